// SPDX-License-Identifier: Apache-2.0
#include "core/common/link/session.h"

#include <condition_variable>
#include <deque>
#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace temper {
namespace {

struct Job {
    RpcRequest request;
    const SessionMethod* method = nullptr;
    std::stop_source stop;
};

// Works on jobs one after the other in a thread of its own.
class Lane {
public:
    explicit Lane(std::function<void(Job&)> work)
        : m_work(std::move(work))
        , m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    void add(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_added.notify_all();
    }

    void cancel(const Json& id)
    {
        const std::lock_guard lock(m_mutex);
        for (Job& job : m_jobs) {
            if (job.request.id == id)
                job.stop.request_stop();
        }
        if (m_present.request.id == id)
            m_present.stop.request_stop();
    }

    void cancelAll()
    {
        const std::lock_guard lock(m_mutex);
        for (Job& job : m_jobs)
            job.stop.request_stop();
        m_present.stop.request_stop();
    }

private:
    void run(const std::stop_token& stop)
    {
        while (auto job = next(stop))
            m_work(*job);
    }

    // Nothing once the lane is to end and its jobs are done: each request is answered, also a cancelled one.
    std::optional<Job> next(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        m_present = {};
        m_added.wait(lock, stop, [this] { return !m_jobs.empty(); });
        if (m_jobs.empty())
            return std::nullopt;
        m_present = m_jobs.front(); // shares its stop source with the job
        m_jobs.pop_front();
        return m_present;
    }

    std::function<void(Job&)> m_work;
    std::mutex m_mutex;
    std::condition_variable_any m_added;
    std::deque<Job> m_jobs;
    Job m_present;
    std::jthread m_thread; // last: it must end before the others go
};

} // namespace

class Session::State {
public:
    State(SessionMethods methods, std::function<void(std::string_view)> write)
        : m_methods(std::move(methods))
        , m_write(std::move(write))
        , m_quick([this](Job& job) { work(job); })
        , m_rows([this](Job& job) { work(job); })
        , m_model([this](Job& job) { work(job); })
    {
    }

    ~State() // what is quick is still answered
    {
        m_rows.cancelAll();
        m_model.cancelAll();
    }

    void receive(std::string_view line)
    {
        try {
            handle(parseRpcRequest(line));
        } catch (const RpcProblem& problem) {
            write(rpcErrorLine(problem.id(), problem.error()));
        }
    }

private:
    void handle(RpcRequest request)
    {
        const Json id = request.id.value_or(Json());
        if (request.method == "$/cancelRequest") {
            const Json cancelled = request.params.value("id", Json());
            m_quick.cancel(cancelled);
            m_rows.cancel(cancelled);
            m_model.cancel(cancelled);
            return;
        }
        const auto method = m_methods.find(request.method);
        if (method == m_methods.end())
            throw RpcProblem(
                RpcErrorCode::MethodNotFound, fmt::format("there is no method \"{}\".", request.method), id);
        laneOf(method->second.lane).add({ std::move(request), &method->second, {} });
    }

    Lane& laneOf(SessionLane lane)
    {
        switch (lane) {
        case SessionLane::Quick:
            return m_quick;
        case SessionLane::Rows:
            return m_rows;
        case SessionLane::Model:
            return m_model;
        }
        return m_quick;
    }

    void work(Job& job)
    {
        const Json id = job.request.id.value_or(Json());
        const auto answer = [&](const std::string& line) {
            if (job.request.id)
                write(line);
        };
        try {
            throwIfStopped(job.stop.get_token());
            answer(rpcResultLine(id, job.method->handle(job.request.params, contextOf(job, id))));
        } catch (const Error& error) {
            answer(rpcErrorLine(id, rpcErrorOf(error)));
        } catch (const RpcProblem& problem) {
            answer(rpcErrorLine(id, problem.error()));
        } catch (const Json::exception& problem) {
            answer(rpcErrorLine(id,
                { RpcErrorCode::InvalidParams, fmt::format("wrong parameters: {}.", problem.what()), {} }));
        } catch (const std::exception& problem) {
            answer(rpcErrorLine(id,
                { RpcErrorCode::InternalError, fmt::format("an internal error: {}.", problem.what()), {} }));
        }
    }

    SessionContext contextOf(const Job& job, const Json& id)
    {
        const auto notify = [this](std::string_view method, const Json& params) {
            write(rpcNotificationLine(method, params));
        };
        const auto progress = [notify, id](const Progress& at) {
            notify("$/progress",
                { { "id", id }, { "phase", at.phase }, { "done", at.done }, { "total", at.total },
                    { "unit", at.unit } });
        };
        return { job.stop.get_token(), id, notify, progress };
    }

    void write(const std::string& line)
    {
        const std::lock_guard lock(m_writing);
        m_write(line);
    }

    SessionMethods m_methods;
    std::function<void(std::string_view)> m_write;
    std::mutex m_writing;
    Lane m_quick; // the lanes last: their threads use all of the above
    Lane m_rows;
    Lane m_model;
};

Session::Session(SessionMethods methods, std::function<void(std::string_view)> write)
    : m_state(std::make_unique<State>(std::move(methods), std::move(write)))
{
}

Session::~Session() = default;

void Session::receive(std::string_view line)
{
    m_state->receive(line);
}

void Session::run(std::istream& input)
{
    std::string line;
    while (std::getline(input, line)) {
        if (!line.empty())
            receive(line);
    }
    m_state.reset();
}

} // namespace temper
