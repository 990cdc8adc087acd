#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the sample files of the data tests: the same rows in many encodings, and Parquet (needs pyarrow)."""
import csv, io, json, pathlib
import pyarrow as pa
import pyarrow.parquet as pq

here = pathlib.Path(__file__).parent
simplified = [
    {"instruction": "请解释什么是光合作用。", "input": "", "output": "光合作用是植物利用阳光把二氧化碳和水变成有机物的过程，同时放出氧气。"},
    {"instruction": "把下面的句子改成问句。", "input": "他今天去学校上课了。", "output": "他今天去学校上课了吗？"},
    {"instruction": "给我三个保持健康的建议。", "input": "", "output": "第一，每天运动；第二，多吃蔬菜和水果；第三，早睡早起，不要熬夜。"},
]
traditional = [
    {"instruction": "請解釋什麼是光合作用。", "input": "", "output": "光合作用是植物利用陽光把二氧化碳和水變成有機物的過程，同時放出氧氣。"},
    {"instruction": "把下面的句子改成問句。", "input": "他今天去學校上課了。", "output": "他今天去學校上課了嗎？"},
    {"instruction": "給我三個保持健康的建議。", "input": "", "output": "第一，每天運動；第二，多吃蔬菜和水果；第三，早睡早起，不要熬夜。"},
]
japanese = [
    {"instruction": "光合成とは何か説明してください。", "input": "", "output": "光合成とは、植物が太陽の光を使って、二酸化炭素と水から有機物を作るはたらきです。"},
    {"instruction": "次の文を疑問文にしてください。", "input": "彼は今日学校へ行きました。", "output": "彼は今日学校へ行きましたか。"},
]
korean = [
    {"instruction": "광합성이 무엇인지 설명해 주세요.", "input": "", "output": "광합성은 식물이 햇빛을 이용하여 이산화탄소와 물로 유기물을 만드는 과정입니다."},
    {"instruction": "건강을 지키는 방법을 알려 주세요.", "input": "", "output": "매일 운동하고 채소를 많이 먹고 일찍 자세요."},
]
french = [
    {"instruction": "Explique la photosynthèse.", "input": "", "output": "C'est le procédé par lequel les végétaux transforment l'énergie du soleil en matière organique, grâce à l'eau et à l'air."},
    {"instruction": "Donne un conseil de santé.", "input": "", "output": "Il faut marcher chaque jour, boire de l'eau, dormir assez, et manger des légumes frais à midi."},
]


def lines(rows):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


def table(rows):
    out = io.StringIO()
    w = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
    w.writeheader()
    w.writerows(rows)
    return out.getvalue()


def write(name, text, encoding, mark=b""):
    (here / name).write_bytes(mark + text.encode(encoding))


write("utf8_mark.csv", table(simplified), "utf-8", b"\xef\xbb\xbf")
write("utf16le_mark.csv", table(simplified), "utf-16-le", b"\xff\xfe")
write("utf16be.jsonl", lines(simplified), "utf-16-be")
write("utf32le.jsonl", lines(simplified), "utf-32-le")
write("gb18030.csv", table(simplified), "gb18030")
write("gb18030.jsonl", lines(simplified), "gb18030")
write("big5.jsonl", lines(traditional), "big5")
write("shift_jis.jsonl", lines(japanese), "shift_jis")
write("euc_jp.jsonl", lines(japanese), "euc_jp")
write("euc_kr.jsonl", lines(korean), "euc_kr")
write("windows_1252.jsonl", lines(french), "windows-1252")
write("utf8_simplified.jsonl", lines(simplified), "utf-8")
write("utf8_traditional.jsonl", lines(traditional), "utf-8")
write("utf8_japanese.jsonl", lines(japanese), "utf-8")
write("utf8_korean.jsonl", lines(korean), "utf-8")
write("utf8_french.jsonl", lines(french), "utf-8")

pq.write_table(pa.Table.from_pylist(simplified), here / "alpaca.parquet", compression="zstd")
turn = pa.struct([("role", pa.string()), ("content", pa.string())])
chats = pa.table({
    "messages": pa.array([[{"role": "user", "content": "1+1?"}, {"role": "assistant", "content": "2"}],
                          [{"role": "user", "content": "hi"}, {"role": "assistant", "content": None}]], pa.list_(turn)),
    "score": pa.array([0.5, None], pa.float32()),
    "kind": pa.array(["sum", "sum"]).dictionary_encode(),
    "day": pa.array([19000, 19001], pa.date32()),
})
pq.write_table(chats, here / "messages.parquet", compression="snappy")
