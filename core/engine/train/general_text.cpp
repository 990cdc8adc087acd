// SPDX-License-Identifier: Apache-2.0
#include "core/engine/train/general_text.h"

namespace temper {

std::string_view generalText()
{
    return R"(The harbour was quiet in the early morning. A few gulls walked along the wall, and the first boats came back
with their nets folded on the deck. Old Marten, who had repaired ropes here for forty years, sat in the doorway of his shed and
watched the tide go out. He said that the sea was like a careful accountant: whatever it took from one shore, it entered
on another.

Water expands when it freezes, which is unusual. In most substances the molecules lie closer together in the solid than in the
liquid, but the hydrogen bonds of ice hold its molecules in an open lattice. Ice is therefore about nine per cent less dense than
water and floats. Because it floats, a lake freezes from the top, the layer of ice keeps the water below it warmer, and fish can
live through the winter.

"Did you bring the map?" asked Lena.
"I thought you had it," said Tom.
"Then we follow the river. It has to reach the village sooner or later."
They walked for an hour without speaking. When the path turned away from the water, Tom stopped. "There is smoke over
those trees," he said. "Somebody is cooking."

Dear Ms Okafor,
thank you for your letter of the third of March. The two chairs arrived safely, but one of them has a loose leg. Could you tell us
whether it can be repaired here, or whether we should send it back? We would be glad to have it before the end of the month.
With kind regards, Peter Lindqvist

The town council decided on Tuesday to close the old bridge for six months. Engineers had found cracks in two of its pillars
last autumn. Buses will use the northern road, and the school will begin a quarter of an hour later. The repair costs about
four million, of which the state pays half. Shop owners fear that customers will stay away; the mayor promised free parking.

def mean(values):
    """Return the arithmetic mean of a list of numbers."""
    if not values:
        raise ValueError("mean of an empty list")
    return sum(values) / len(values)

To make a simple soup for four people, chop two onions and three carrots and fry them gently in a spoonful of oil. Add a litre
of stock and a handful of rice. Let it simmer for twenty minutes, then season with salt, pepper and the juice of half a lemon.

In 1869 the chemist Dmitri Mendeleev arranged the known elements by their atomic weight and noticed that similar properties
returned at regular intervals. Where his table had gaps, he left them open and predicted what would be found. Gallium was
discovered six years later and fitted almost exactly.

春天来了，院子里的桃树开了花。奶奶每天早上都会坐在门口，一边喝茶，一边看着孩子们去上学。她常说，时间过得很快，但是只要认真地过好每一天，就不会觉得可惜。
)";
}

} // namespace temper
