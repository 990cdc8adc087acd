// SPDX-License-Identifier: Apache-2.0
#include "core/engine/objective/objective_case.h"

#include "core/common/base/error.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <optional>
#include <torch/csrc/autograd/autograd.h>

namespace temper {

namespace {

const OrderedJson* memberOf(const OrderedJson& object, const std::string& key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const OrderedJson* objectIn(const OrderedJson& source, const std::string& key)
{
    const OrderedJson* const found = source.is_object() ? memberOf(source, key) : nullptr;
    return found && found->is_object() ? found : nullptr;
}

bool isNumber(const OrderedJson& value)
{
    return value.is_number() || value.is_boolean();
}

// The sizes of {"shape", "data"}, checked against the number of values; nothing when they do not fit.
std::optional<std::vector<std::int64_t>> shapeOf(const OrderedJson& array)
{
    const OrderedJson* const shape = memberOf(array, "shape");
    const OrderedJson* const data = memberOf(array, "data");
    if (!shape || !data || !shape->is_array() || !data->is_array())
        return std::nullopt;
    std::vector<std::int64_t> sizes;
    std::size_t left = data->size();
    bool hasZero = false;
    for (const OrderedJson& size : *shape) {
        if (!size.is_number_integer() || size.get<std::int64_t>() < 0)
            return std::nullopt;
        sizes.push_back(size.get<std::int64_t>());
        hasZero = hasZero || sizes.back() == 0;
    }
    for (const std::int64_t size : sizes) {
        if (hasZero || left % static_cast<std::size_t>(size) != 0)
            break;
        left /= static_cast<std::size_t>(size);
    }
    if (left != (hasZero ? 0u : 1u) || !std::all_of(data->begin(), data->end(), isNumber))
        return std::nullopt;
    return sizes;
}

template <typename Value>
at::Tensor tensorOf(const OrderedJson& value, at::ScalarType type, const std::string& where)
{
    if (isNumber(value))
        return at::scalar_tensor(value.get<Value>(), type);
    const auto sizes = shapeOf(value);
    if (!sizes)
        throw Error(ErrorKind::Input,
            "is neither a number nor {\"shape\", \"data\"} with as many numbers as the shape says.", where);
    const std::vector<Value> values = value.at("data").get<std::vector<Value>>();
    at::Tensor tensor = at::empty(*sizes, type);
    std::copy(values.begin(), values.end(), tensor.data_ptr<Value>());
    return tensor;
}

OrderedJson jsonOf(const at::Tensor& tensor)
{
    const at::Tensor values = tensor.detach().contiguous();
    const bool isWhole = !values.is_floating_point();
    if (values.dim() == 0)
        return isWhole ? OrderedJson(values.item<std::int64_t>()) : OrderedJson(values.item<double>());
    OrderedJson data = OrderedJson::array();
    const at::Tensor flat = values.flatten().to(isWhole ? at::kLong : at::kDouble);
    for (std::int64_t i = 0; i < flat.numel(); ++i)
        data.push_back(isWhole ? OrderedJson(flat.data_ptr<std::int64_t>()[i])
                               : OrderedJson(flat.data_ptr<double>()[i]));
    return { { "shape", values.sizes().vec() }, { "data", std::move(data) } };
}

OrderedJson gradientsOf(const ObjectiveCase& objective, const ObjectiveOutputs& outputs)
{
    OrderedJson gradients = OrderedJson::object();
    const auto loss = std::find_if(
        outputs.begin(), outputs.end(), [](const auto& output) { return output.first == "loss"; });
    if (loss == outputs.end() || !loss->second.requires_grad() || objective.variables().empty())
        return gradients;
    torch::autograd::variable_list inputs;
    for (const auto& [name, variable] : objective.variables())
        inputs.push_back(variable);
    const auto found
        = torch::autograd::grad({ loss->second }, inputs, {}, std::nullopt, false, /*allow_unused=*/true);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (found[i].defined())
            gradients[objective.variables()[i].first] = jsonOf(found[i]);
    }
    return gradients;
}

} // namespace

ObjectiveCase::ObjectiveCase(const OrderedJson& source, std::string file)
    : m_source(source)
    , m_file(std::move(file))
{
    if (!objectIn(m_source, "inputs"))
        throw Error(
            ErrorKind::Input, "is missing: a case is {\"id\", \"params\", \"inputs\"}.", where("inputs"));
}

std::string ObjectiveCase::id() const
{
    const OrderedJson* const id = m_source.is_object() ? memberOf(m_source, "id") : nullptr;
    if (!id)
        return {};
    return id->is_string() ? id->get<std::string>() : toLine(*id);
}

std::string ObjectiveCase::where(const std::string& key) const
{
    return m_file + ": case " + id() + ", " + key;
}

const OrderedJson* ObjectiveCase::parameter(const std::string& key) const
{
    const OrderedJson* const parameters = objectIn(m_source, "params");
    return parameters ? memberOf(*parameters, key) : nullptr;
}

bool ObjectiveCase::hasParameter(const std::string& key) const
{
    return parameter(key) != nullptr;
}

double ObjectiveCase::number(const std::string& key, double otherwise) const
{
    const OrderedJson* const value = parameter(key);
    if (value && !value->is_number())
        throw Error(ErrorKind::Input, "must be a number.", where(key));
    return value ? value->get<double>() : otherwise;
}

bool ObjectiveCase::flag(const std::string& key, bool otherwise) const
{
    const OrderedJson* const value = parameter(key);
    if (value && !value->is_boolean())
        throw Error(ErrorKind::Input, "must be true or false.", where(key));
    return value ? value->get<bool>() : otherwise;
}

std::string ObjectiveCase::text(const std::string& key, const std::string& otherwise) const
{
    const OrderedJson* const value = parameter(key);
    if (value && !value->is_string())
        throw Error(ErrorKind::Input, "must be a text.", where(key));
    return value ? value->get<std::string>() : otherwise;
}

bool ObjectiveCase::hasInput(const std::string& key) const
{
    return memberOf(m_source.at("inputs"), key) != nullptr;
}

const OrderedJson& ObjectiveCase::input(const std::string& key) const
{
    const OrderedJson* const value = memberOf(m_source.at("inputs"), key);
    if (!value)
        throw Error(ErrorKind::Input, "is missing.", where(key));
    return *value;
}

at::Tensor ObjectiveCase::variable(const std::string& key)
{
    m_variables.emplace_back(key, constant(key).requires_grad_());
    return m_variables.back().second;
}

at::Tensor ObjectiveCase::constant(const std::string& key) const
{
    return tensorOf<double>(input(key), at::kDouble, where(key));
}

at::Tensor ObjectiveCase::integers(const std::string& key) const
{
    return tensorOf<std::int64_t>(input(key), at::kLong, where(key));
}

OrderedJson answerOf(const ObjectiveCase& objective, const ObjectiveOutputs& outputs)
{
    OrderedJson answer { { "id", objective.id() }, { "outputs", OrderedJson::object() } };
    for (const auto& [name, value] : outputs)
        answer["outputs"][name] = jsonOf(value);
    answer["grads"] = gradientsOf(objective, outputs);
    return answer;
}

} // namespace temper
