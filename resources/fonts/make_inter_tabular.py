# SPDX-License-Identifier: Apache-2.0
"""Makes "Inter Tabular" from Inter: the Latin part, with figures of equal width as the default.

Qt before 6.7 cannot switch OpenType features on, so the feature tnum is written into the character map.
Use: python3 make_inter_tabular.py FOLDER_WITH_INTER_OTF (needs fonttools)
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Inter Tabular"
RANGES = ["0020-007E", "00A0-017F", "02C6-02DC", "0300-0304", "0370-03FF", "2009", "2010-2027", "202F-203A", "2070-208E",
          "20AC", "2190-2199", "21B5", "2212", "221A", "221E", "2248", "2260", "2264-2265", "25CF", "2713", "2715"]


def characters():
    for part in RANGES:
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def tabular(font):
    table = font["GSUB"].table
    wanted = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    mapping = {}
    for index in wanted:
        for sub in table.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(sub, "ExtSubTable", sub).mapping)
    for cmap in font["cmap"].tables:
        for code, glyph in cmap.cmap.items():
            if code < 0x80:
                cmap.cmap[code] = mapping.get(glyph, glyph)


def rename(font, style):
    names = {1: FAMILY if style == "Regular" else f"{FAMILY} {style}", 2: "Regular", 3: f"{FAMILY} {style}",
             4: f"{FAMILY} {style}", 6: f"InterTabular-{style}", 16: FAMILY, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID > 17:
            font["name"].names.remove(record)
    cff = font["CFF "].cff
    cff.fontNames[0] = names[6]
    cff.topDictIndex[0].FamilyName = FAMILY
    cff.topDictIndex[0].FullName = names[4]


def main():
    source, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
    for style in ["Regular", "Medium", "SemiBold"]:
        font = TTFont(source / f"Inter-{style}.otf")
        tabular(font)
        options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], hinting=False)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=list(characters()))
        cutter.subset(font)
        rename(font, style)
        font.save(here / f"InterTabular-{style}.otf")


main()
