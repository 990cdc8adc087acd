<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>temper::AnswerCall</name>
    <message>
        <source>Loading the model</source>
        <translation>正在载入模型</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>正在读取提示</translation>
    </message>
</context>
<context>
    <name>temper::AnswerCard</name>
    <message>
        <source>Regenerate this answer</source>
        <translation>重新生成此回答</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>复制此回答</translation>
    </message>
</context>
<context>
    <name>temper::AnswerWords</name>
    <message>
        <source>1 token</source>
        <translation>1 个词元</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>困惑度 %1</translation>
    </message>
    <message>
        <source>This answer was not kept: the window closed before it was complete.</source>
        <translation>此回答未保存：窗口在它完成之前关闭了。</translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>Cut off after %1 new tokens.</source>
        <translation>达到 %1 个新词元后截断。</translation>
    </message>
    <message>
        <source>The model ended its answer at once.</source>
        <translation>模型立即结束了回答。</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
</context>
<context>
    <name>temper::BatchModel</name>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation>左侧回答</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>右侧回答</translation>
    </message>
    <message>
        <source>Left tokens</source>
        <translation>左侧词元</translation>
    </message>
    <message>
        <source>Right tokens</source>
        <translation>右侧词元</translation>
    </message>
    <message>
        <source>Words shared</source>
        <translation>相同的词</translation>
    </message>
</context>
<context>
    <name>temper::BatchView</name>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl *.json *.csv *.tsv *.txt *.parquet)</source>
        <translation>提示文件 (*.jsonl *.json *.csv *.tsv *.txt *.parquet)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 rows hold no prompt and are left out; the first is line %2.</source>
        <translation>%1 行没有提示，已略去；第一处在第 %2 行。</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>尚未回答</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 answered</source>
        <translation>%1 · 已回答 %2/%3</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Answer all</source>
        <translation>全部回答</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>保存回答</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON 行 (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Open prompts…</source>
        <translation>打开提示…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save answers…</source>
        <translation>保存回答…</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>提示与回答</translation>
    </message>
    <message>
        <source>Prompts answered</source>
        <translation>已回答的提示</translation>
    </message>
    <message>
        <source>Many prompts at once</source>
        <translation>一次处理许多提示</translation>
    </message>
    <message>
        <source>Open a file of prompts, or drop it here: JSON lines with "prompt" or "messages", a table, or a text with a prompt a line. Both sides answer each of them, and the answers are saved as JSON lines or a table.</source>
        <translation>打开提示文件，或将其拖到此处：带“prompt”或“messages”的 JSON 行、表格，或每行一个提示的文本。两侧逐一回答，回答可存为 JSON 行或表格。</translation>
    </message>
    <message>
        <source>Prompts in batch</source>
        <translation>批量提示</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已回答 %1 / %2</translation>
    </message>
</context>
<context>
    <name>temper::BinView</name>
    <message>
        <source>1 deleted run</source>
        <translation>1 个已删除的运行</translation>
    </message>
    <message>
        <source>%1 deleted runs</source>
        <translation>%1 个已删除的运行</translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Remove %1 for good? Their checkpoints and adapters go with them.</source>
        <translation>要彻底移除%1吗？它们的检查点和适配器也会一并删除。</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>彻底移除</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation>返回运行</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Deleted runs</source>
        <translation>已删除的运行</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Runs you delete wait here until you restore them or empty the bin.</source>
        <translation>删除的运行会保留在这里，直到您还原它们或清空回收站。</translation>
    </message>
</context>
<context>
    <name>temper::ChartCard</name>
    <message>
        <source>%1 · %2 points outside</source>
        <translation>%1 · %2 个点在图外</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>另存为 %1…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Save chart: %1</source>
        <translation>保存图表：%1</translation>
    </message>
    <message>
        <source>Save this chart</source>
        <translation>保存此图表</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Numbers of the chart: %1</source>
        <translation>图表数据：%1</translation>
    </message>
</context>
<context>
    <name>temper::ColumnForm</name>
    <message>
        <source>What the columns mean cannot be told from their names. Choose the column that holds the prompt and the one that holds the answer, or the one with the text.</source>
        <translation>无法从列名判断各列的含义。请选择提示所在的列和回答所在的列，或文本所在的列。</translation>
    </message>
</context>
<context>
    <name>temper::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>The run %1 has left no adapter and no model to compare.</source>
        <translation>运行 %1 没有留下可对比的适配器或模型。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The engine gave its model's memory to a run and loads the model again on use</source>
        <translation>引擎把模型占用的内存让给了运行，用到时会重新加载模型</translation>
    </message>
    <message>
        <source>1 tuned run</source>
        <translation>1 次微调运行</translation>
    </message>
    <message>
        <source>%1 tuned runs</source>
        <translation>%1 次微调运行</translation>
    </message>
</context>
<context>
    <name>temper::CompareTitle</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Same prompt, sampling and seed on both sides</source>
        <translation>两侧使用相同的提示、采样和随机种子</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The conversation as Markdown</source>
        <translation>将对话复制为 Markdown</translation>
    </message>
    <message>
        <source>The conversation as text</source>
        <translation>将对话复制为文本</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>temper::Composer</name>
    <message>
        <source>Ask both the same</source>
        <translation>向两者提出同样的问题</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Generate  Ctrl+↵</source>
        <translation>生成  Ctrl+↵</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Keeps what has been said so far (Esc).</source>
        <translation>保留到目前为止的内容（Esc）。</translation>
    </message>
</context>
<context>
    <name>temper::ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Each conversation is kept here and can be opened again.</source>
        <translation>每个对话都保存在这里，可再次打开。</translation>
    </message>
    <message>
        <source>Remove the conversation shown (Delete)</source>
        <translation>移除当前对话（Delete）</translation>
    </message>
    <message>
        <source>Remove the conversation shown</source>
        <translation>移除当前对话</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>temper::DataPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1 tokens trained on with %2</source>
        <translation>用 %2 训练 %1 个词元</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Data files (*.json *.jsonl *.ndjson *.csv *.tsv *.parquet *.txt *.md *.sqlite)</source>
        <translation>数据文件 (*.json *.jsonl *.ndjson *.csv *.tsv *.parquet *.txt *.md *.sqlite)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading the data sets</source>
        <translation>正在读取数据集</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>A data set is what a model learns from: conversations, prompts with answers, or plain text. Import JSON, JSONL, CSV, Parquet or text files, or drop them on this window.</source>
        <translation>数据集是模型学习的材料：对话、带回答的提示，或纯文本。导入 JSON、JSONL、CSV、Parquet 或文本文件，也可以把文件拖到窗口上。</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
<message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>temper::DeskWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>1 open point</source>
        <translation>1 个待处理问题</translation>
    </message>
    <message>
        <source>%1 open points</source>
        <translation>%1 个待处理问题</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>内存足够</translation>
    </message>
</context>
<context>
    <name>temper::EngineProcess</name>
    <message>
        <source>the engine cannot be started: %1.</source>
        <translation>无法启动引擎：%1。</translation>
    </message>
    <message>
        <source>Install Temper again, or name the engine's program in TEMPER_ENGINE.</source>
        <translation>请重新安装 Temper，或在环境变量 TEMPER_ENGINE 中指明引擎程序的位置。</translation>
    </message>
    <message>
        <source>there is no such program</source>
        <translation>没有这个程序</translation>
    </message>
    <message>
        <source>Nothing of the project is lost. Try again: the engine starts anew.</source>
        <translation>项目内容没有丢失。请重试：引擎会重新启动。</translation>
    </message>
    <message>
        <source>The engine ended unexpectedly (signal %1).</source>
        <translation>引擎意外退出（信号 %1）。</translation>
    </message>
    <message>
        <source>The engine ended unexpectedly (code %1).</source>
        <translation>引擎意外退出（代码 %1）。</translation>
    </message>
    <message>
        <source>The engine ended unexpectedly: %1</source>
        <translation>引擎意外退出：%1</translation>
    </message>
</context>
<context>
    <name>temper::EngineWords</name>
    <message>
        <source>sentences</source>
        <extracomment>The file of the engine's sentences in this language, in resources/translations; left as it is in English.</extracomment>
        <translation>sentences_zh_CN</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A sentence and, after it, what to do.</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>temper::EstimatePanel</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Before it can start</source>
        <translation>开始之前</translation>
    </message>
    <message>
        <source>%1 runs, one for each combination of the lists</source>
        <translation>%1 次运行，列表的每种组合各一次</translation>
    </message>
    <message>
        <source>All settings fit together</source>
        <translation>所有设置相互匹配</translation>
    </message>
    <message>
        <source>1 row, %1 trained tokens</source>
        <translation>1 行，训练 %1 个词元</translation>
    </message>
    <message>
        <source>%1 rows, %2 trained tokens</source>
        <translation>%1 行，训练 %2 个词元</translation>
    </message>
    <message>
        <source>%1 rows held out for evaluation</source>
        <translation>留出 %1 行用于评估</translation>
    </message>
    <message>
        <source>%1 rows are longer than the cutoff and will be cut</source>
        <translation>%1 行超过截断长度，将被截断</translation>
    </message>
    <message>
        <source>%1 rows cannot be used</source>
        <translation>%1 行无法使用</translation>
    </message>
    <message>
        <source>Memory and disk suffice</source>
        <translation>内存和磁盘空间足够</translation>
    </message>
    <message>
        <source>of %1 free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Tokens an epoch</source>
        <translation>每轮词元数</translation>
    </message>
    <message>
        <source>Trained numbers</source>
        <translation>可训练参数</translation>
    </message>
    <message>
        <source>Time of each run</source>
        <translation>每次运行用时</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1，可用 %2</translation>
    </message>
    <message>
        <source>Will it fit</source>
        <translation>内存需求</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Computing memory, steps and time…</source>
        <translation>正在计算内存、步数和用时…</translation>
    </message>
    <message>
        <source>What would make it fit</source>
        <translation>怎样才放得下</translation>
    </message>
    <message>
        <source>What would save memory</source>
        <translation>怎样可以省内存</translation>
    </message>
<message>
        <source>%1 rows are longer than the longest row and will be cut</source>
        <translation>%1 行超过最大长度，将被截断</translation>
    </message>
    </context>
<context>
    <name>temper::ExampleCard</name>
    <message>
        <source>%1 was not found on this machine. Say where it is, or make the project and get the model later.</source>
        <translation>本机上没有找到 %1。请指出它的位置，或先创建项目、以后再获取模型。</translation>
    </message>
    <message>
        <source>%1 · trains in about %2 min on two cores</source>
        <translation>%1 · 双核约训练 %2 分钟</translation>
    </message>
    <message>
        <source>Making…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Make the demo project</source>
        <translation>创建演示项目</translation>
    </message>
    <message>
        <source>Make this project</source>
        <translation>创建此项目</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Make without it</source>
        <translation>不带模型创建</translation>
    </message>
</context>
<context>
    <name>temper::ExampleGallery</name>
    <message>
        <source>Where %1 is</source>
        <translation>%1 在哪里</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf);;All files (*)</source>
        <translation>GGUF 文件 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Examples to learn from</source>
        <translation>学习用的示例</translation>
    </message>
</context>
<context>
    <name>temper::ExportChoice</name>
    <message>
        <source>Choose a finished run, a checkpoint or an adapter folder.</source>
        <translation>请选择一个已完成的运行、检查点或适配器文件夹。</translation>
    </message>
    <message>
        <source>Name a folder to write to.</source>
        <translation>请指定要写入的文件夹。</translation>
    </message>
    <message>
        <source>This folder holds something already. Name a new or empty one.</source>
        <translation>此文件夹已有内容。请指定新的或空的文件夹。</translation>
    </message>
    <message>
        <source>There is not enough room: about %1 are needed, %2 are free.</source>
        <translation>空间不足：约需 %1，可用 %2。</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Writes about %1; %2 are free on that disk.</source>
        <translation>约写入 %1；该磁盘可用 %2。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation>文件夹名称：</translation>
    </message>
    <message>
        <source>New export</source>
        <translation>新的导出</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>要导出的内容</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Adapter (PEFT folder)</source>
        <translation>适配器（PEFT 文件夹）</translation>
    </message>
    <message>
        <source>What was learned alone: small, and used on top of the base model.</source>
        <translation>仅含学到的部分：体积小，与基础模型一起使用。</translation>
    </message>
    <message>
        <source>Merged model (Hugging Face folder)</source>
        <translation>合并后的模型（Hugging Face 文件夹）</translation>
    </message>
    <message>
        <source>One model that stands alone, with its tokenizer and chat template.</source>
        <translation>可独立使用的完整模型，含分词器和对话模板。</translation>
    </message>
    <message>
        <source>Number type of the weights</source>
        <translation>权重的数值类型</translation>
    </message>
    <message>
        <source>As the model has it</source>
        <translation>与模型相同</translation>
    </message>
    <message>
        <source>float32: exact, the largest</source>
        <translation>float32：精确，体积最大</translation>
    </message>
    <message>
        <source>bfloat16: half the size, usual for models</source>
        <translation>bfloat16：体积减半，模型常用</translation>
    </message>
    <message>
        <source>float16: half the size, for older programs</source>
        <translation>float16：体积减半，适合较旧的程序</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>目标位置</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>%1 are free on that disk.</source>
        <translation>该磁盘可用 %1。</translation>
    </message>
</context>
<context>
    <name>temper::ExportJob</name>
    <message>
        <source>Starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>Checking that it answers as before</source>
        <translation>正在检查回答是否与之前一致</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在载入模型</translation>
    </message>
    <message>
        <source>Merging the adapter</source>
        <translation>正在合并适配器</translation>
    </message>
    <message>
        <source>Writing the files</source>
        <translation>正在写入文件</translation>
    </message>
</context>
<context>
    <name>temper::ExportList</name>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>Exports made</source>
        <translation>已完成的导出</translation>
    </message>
    <message>
        <source>None yet. Each export is listed here with its folder and the check that it answers as before.</source>
        <translation>暂无。每次导出都会列在这里，附有其文件夹以及回答是否与之前一致的检查。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>temper::ExportPage</name>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>Stopped; nothing was left in the folder.</source>
        <translation>已停止；文件夹中没有留下任何内容。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The run %1 has left no adapter to export.</source>
        <translation>运行 %1 没有留下可导出的适配器。</translation>
    </message>
    <message>
        <source>1 export</source>
        <translation>1 个导出</translation>
    </message>
    <message>
        <source>%1 exports</source>
        <translation>%1 个导出</translation>
    </message>
    <message>
        <source>The result of a run in a form that other programs read</source>
        <translation>以其他程序可读的形式取走运行结果</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
</context>
<context>
    <name>temper::ExportWords</name>
    <message>
        <source>adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>merged model</source>
        <translation>合并后的模型</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>answers as before</source>
        <translation>回答与之前一致</translation>
    </message>
    <message>
        <source>answers otherwise</source>
        <translation>回答与之前不同</translation>
    </message>
    <message>
        <source>It was not loaded again to see whether it answers as before.</source>
        <translation>未重新载入以检查回答是否与之前一致。</translation>
    </message>
    <message>
        <source>Loaded again and read a probe text: the most probable next token is the same at %1 of %2 places, and no logit differs by more than %3.</source>
        <translation>已重新载入并读取一段测试文本：%2 个位置中有 %1 个的最可能词元相同，logit 的最大差异为 %3。</translation>
    </message>
</context>
<context>
    <name>temper::FetchCard</name>
    <message>
        <source>the server names none</source>
        <translation>服务器未注明</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件数</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Get the other %1</source>
        <translation>获取剩余的 %1</translation>
    </message>
    <message>
        <source>Get %1</source>
        <translation>获取 %1</translation>
    </message>
    <message>
        <source>Where models are put</source>
        <translation>模型存放位置</translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept, and the next time goes on from there.</source>
        <translation>已停止。已获取的部分会保留，下次从此处继续。</translation>
    </message>
    <message>
        <source>asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>From a server</source>
        <translation>从服务器获取</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Any server that speaks as Hugging Face does, such as a mirror or one of your own. Nothing goes over a network before you name one.</source>
        <translation>任何与 Hugging Face 接口兼容的服务器，例如镜像站或自建服务器。在您填写之前，不会进行任何网络访问。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation>所有者/名称</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Form of the model</source>
        <translation>模型的形式</translation>
    </message>
    <message>
        <source>Its owner wants people to sign in and agree to terms first; the server may refuse.</source>
        <translation>模型所有者要求先登录并同意条款，服务器可能会拒绝。</translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation>更改文件夹…</translation>
    </message>
</context>
<context>
    <name>temper::FetchProgress</name>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was fetched is kept, and the next time goes on from there.</source>
        <translation>已获取的部分会保留，下次从此处继续。</translation>
    </message>
    <message>
        <source>Getting a model</source>
        <translation>正在获取模型</translation>
    </message>
</context>
<context>
    <name>temper::FetchWords</name>
    <message>
        <source>is not the address of a server.</source>
        <translation>不是服务器地址。</translation>
    </message>
    <message>
        <source>An address begins with https:// or http://.</source>
        <translation>地址以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>is not the name of a model.</source>
        <translation>不是模型名称。</translation>
    </message>
    <message>
        <source>A name has the form owner/name.</source>
        <translation>名称的形式为“所有者/名称”。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>请选择一个可以写入的文件夹。</translation>
    </message>
    <message>
        <source>the disk is full or cannot be written; the model needs %1.</source>
        <translation>磁盘已满或无法写入；该模型需要 %1。</translation>
    </message>
    <message>
        <source>Make room and try again: what was fetched is kept.</source>
        <translation>请腾出空间后重试：已获取的部分会保留。</translation>
    </message>
    <message>
        <source>ended before all of it was there.</source>
        <translation>在全部到达之前就结束了。</translation>
    </message>
    <message>
        <source>Try again: it goes on where it stopped.</source>
        <translation>请重试：会从中断处继续。</translation>
    </message>
    <message>
        <source>arrived damaged: its hash is not the one the server names.</source>
        <translation>到达时已损坏：其哈希与服务器给出的不符。</translation>
    </message>
    <message>
        <source>It was thrown away; try again, or use another server.</source>
        <translation>该文件已丢弃；请重试，或换一个服务器。</translation>
    </message>
    <message>
        <source>%1 are still to be fetched, but only %2 are free here.</source>
        <translation>还需获取 %1，但此处只剩 %2 可用空间。</translation>
    </message>
    <message>
        <source>Make room, or choose another folder.</source>
        <translation>请腾出空间，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>the server gives this only to people who have signed in or agreed to its terms.</source>
        <translation>服务器只向已登录或已同意条款的人提供它。</translation>
    </message>
    <message>
        <source>Get it with the server's own program, and add the folder here.</source>
        <translation>请用该服务器自己的程序获取，再把文件夹添加到这里。</translation>
    </message>
    <message>
        <source>the server does not have this.</source>
        <translation>服务器上没有它。</translation>
    </message>
    <message>
        <source>Check the spelling: a name has the form owner/name, as on the server's own page.</source>
        <translation>请检查拼写：名称形如“所有者/名称”，与服务器网页上的一致。</translation>
    </message>
    <message>
        <source>the server asks to wait: too many requests.</source>
        <translation>服务器要求等待：请求过多。</translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation>请过几分钟再试。</translation>
    </message>
    <message>
        <source>the server answers with error %1.</source>
        <translation>服务器返回错误 %1。</translation>
    </message>
    <message>
        <source>Try again later: what was fetched is kept.</source>
        <translation>请稍后重试：已获取的部分会保留。</translation>
    </message>
    <message>
        <source>the server cannot be reached or fell silent (%1).</source>
        <translation>无法连接服务器，或服务器不再响应（%1）。</translation>
    </message>
    <message>
        <source>Check address and network, then try again: what was fetched is kept.</source>
        <translation>请检查地址和网络后重试：已获取的部分会保留。</translation>
    </message>
    <message>
        <source>this folder cannot be made.</source>
        <translation>无法创建此文件夹。</translation>
    </message>
</context>
<context>
    <name>temper::FilterChip</name>
    <message>
        <source>Take off the filter %1</source>
        <translation>去掉筛选条件 %1</translation>
    </message>
</context>
<context>
    <name>temper::FilterModel</name>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Edited or added</source>
        <translation>编辑或新增</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>Over the cutoff</source>
        <translation>超过截断长度</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1：%2 行</translation>
    </message>
    <message>
        <source>No row here holds these words.</source>
        <translation>这里没有包含这些词语的行。</translation>
    </message>
    <message>
        <source>No row is in use: add or import rows, or take back some that are set aside.</source>
        <translation>没有正在使用的行：请新增或导入行，或收回一些已搁置的行。</translation>
    </message>
    <message>
        <source>No row is set aside.</source>
        <translation>没有已搁置的行。</translation>
    </message>
    <message>
        <source>No row was edited or added.</source>
        <translation>没有编辑或新增过的行。</translation>
    </message>
    <message>
        <source>The set has no rows yet: add or import some.</source>
        <translation>数据集还没有行：请新增或导入。</translation>
    </message>
    <message>
        <source>No row is longer than the cutoff.</source>
        <translation>没有行超过截断长度。</translation>
    </message>
    <message>
        <source>Every row that was imported can be used.</source>
        <translation>导入的每一行都可以使用。</translation>
    </message>
</context>
<context>
    <name>temper::ForeignText</name>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>The text leads to this address:</source>
        <translation>文本指向以下地址：</translation>
    </message>
    <message>
        <source>The text names a place that is no web address:</source>
        <translation>文本指向的位置不是网址：</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
</context>
<context>
    <name>temper::FoundModelsCard</name>
    <message>
        <source>On this machine</source>
        <translation>本机上的模型</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称搜索</translation>
    </message>
    <message>
        <source>Search the models on this machine</source>
        <translation>搜索本机上的模型</translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation>本机上的模型</translation>
    </message>
    <message>
        <source>Add to the project</source>
        <translation>加入项目</translation>
    </message>
    <message>
        <source>No model was found in the folders of Hugging Face, ModelScope, LM Studio and Ollama. Add a folder or GGUF file of your own, or get one from a server.</source>
        <translation>在 Hugging Face、ModelScope、LM Studio 和 Ollama 的文件夹中没有找到模型。请添加自己的文件夹或 GGUF 文件，或从服务器获取。</translation>
    </message>
</context>
<context>
    <name>temper::GetModelView</name>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Models stay where they are: the project only remembers their places.</source>
        <translation>模型留在原处：项目只记住它们的位置。</translation>
    </message>
    <message>
        <source>Back to the models</source>
        <translation>返回模型列表</translation>
    </message>
</context>
<context>
    <name>temper::Histogram</name>
    <message>
        <source>%1 tokens: %2 rows</source>
        <translation>%1 个词元：%2 行</translation>
    </message>
    <message>
        <source>Distribution of lengths</source>
        <translation>长度分布</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
</context>
<context>
    <name>temper::ImportPanel</name>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>The import was stopped; nothing was added to the project.</source>
        <translation>导入已停止；项目中没有添加任何内容。</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>检测到：%1</translation>
    </message>
    <message>
        <source>Find by looking</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>encoding %1 % sure</source>
        <translation>编码把握 %1 %</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>识别为 %1</translation>
    </message>
    <message>
        <source>Cannot be used so far: %1</source>
        <translation>目前无法使用：%1 行</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>%2 的前 %1 行</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>what each part of a row is taken from</source>
        <translation>行的各部分取自哪一列</translation>
    </message>
    <message>
        <source>Rows as they will be</source>
        <translation>导入后的行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>数据集名称</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Encoding of the files</source>
        <translation>文件编码</translation>
    </message>
    <message>
        <source>One row is</source>
        <translation>每行取自</translation>
    </message>
    <message>
        <source>What one row of a text file is</source>
        <translation>文本文件中一行数据的单位</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation>无法使用的行</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>a paragraph</source>
        <translation>一段</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>各列的内容</translation>
    </message>
    <message>
        <source>an example of each</source>
        <translation>每列一个示例</translation>
    </message>
    <message>
        <source>File whose rows are shown</source>
        <translation>显示哪个文件的数据行</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>不导入此文件</translation>
    </message>
</context>
<context>
    <name>temper::KeyCard</name>
    <message>
        <source>Show fewer settings</source>
        <translation>收起设置</translation>
    </message>
    <message>
        <source>Show 1 more setting</source>
        <translation>再显示 1 项设置</translation>
    </message>
    <message>
        <source>Show %1 more settings</source>
        <translation>再显示 %1 项设置</translation>
    </message>
    <message>
        <source>Model and data</source>
        <translation>模型与数据</translation>
    </message>
</context>
<context>
    <name>temper::KeyEditor</name>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose for %1</source>
        <translation>为“%1”选择</translation>
    </message>
</context>
<context>
    <name>temper::KeyRow</name>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>还原为 %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>还原“%1”</translation>
    </message>
</context>
<context>
    <name>temper::KeyWords</name>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>次评估</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>个检查点</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the explanations in the form: en or zh.</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>temper::LeverList</name>
    <message>
        <source>The run would then need %1.</source>
        <translation>那样运行需要 %1。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Use %1, saves %2</source>
        <translation>采用“%1”，可省 %2</translation>
    </message>
</context>
<context>
    <name>temper::LinesEditor</name>
    <message>
        <source>one a line</source>
        <translation>每行一条</translation>
    </message>
</context>
<context>
    <name>temper::MainWindow</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>About Temper</source>
        <translation>关于 Temper</translation>
    </message>
    <message>
        <source>Temper %1</source>
        <translation>Temper %1</translation>
    </message>
    <message>
        <source>Fine-tune language models on your own computer.

The window is free software under the GNU General Public License, version 3 or later; the engine under the Apache License 2.0. Figures and words are set in Inter (SIL Open Font License), icons are from Phosphor (MIT).</source>
        <translation>在自己的电脑上微调语言模型。

窗口程序是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本；引擎采用 Apache 许可证 2.0。数字和文字使用 Inter 字体（SIL 开放字体许可证），图标来自 Phosphor（MIT）。</translation>
    </message>
    <message>
        <source>%1 — Temper</source>
        <translation>%1 — Temper</translation>
    </message>
    <message>
        <source>Temper</source>
        <translation>Temper</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>未打开项目</translation>
    </message>
    <message>
        <source>Fine-tune language models on your own computer.</source>
        <translation>在自己的电脑上微调语言模型。</translation>
    </message>
    <message>
        <source>The project is packed: %1, %2.</source>
        <translation>项目已打包：%1，%2。</translation>
    </message>
    <message>
        <source>Open packed project</source>
        <translation>打开打包的项目</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>A project is being packed or unpacked: wait for it, or stop it.</source>
        <translation>正在打包或解包一个项目：请等它完成，或将其停止。</translation>
    </message>
    <message>
        <source>Folder of the project to open, or a packed one (.zip), which is unpacked here.</source>
        <translation>要打开的项目文件夹，或打包的项目（.zip），后者会解包到当前文件夹。</translation>
    </message>
</context>
<context>
    <name>temper::MemoryBar</name>
    <message>
        <source>Memory: %1 of %2 free</source>
        <translation>内存：需要 %1，可用 %2</translation>
    </message>
</context>
<context>
    <name>temper::MemoryKind</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>temper::MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Temper</source>
        <translation>关于 Temper(&amp;A)</translation>
    </message>
    <message>
        <source>Open pa&amp;cked project…</source>
        <translation>打开打包的项目(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Pack project…</source>
        <translation>打包项目(&amp;P)…</translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>关闭项目(&amp;L)</translation>
    </message>
<message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Everything that can be done, and every place, by a few letters of its name.</source>
        <translation>输入名称中的几个字，即可找到所有操作和位置。</translation>
    </message>
</context>
<context>
    <name>temper::MixPanel</name>
    <message>
        <source>%1 mix</source>
        <translation>%1 混合</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>Choose at least two sets.</source>
        <translation>请至少选择两个数据集。</translation>
    </message>
    <message>
        <source>One set after the other, each whole.</source>
        <translation>数据集依次相接，每个都完整使用。</translation>
    </message>
    <message>
        <source>Rows are drawn by weight until the first set is used up.</source>
        <translation>按权重抽取行，直到第一个数据集用完。</translation>
    </message>
    <message>
        <source>Rows are drawn by weight until every set was used up once; smaller ones begin anew.</source>
        <translation>按权重抽取行，直到每个数据集都用完一次；较小的会从头再来。</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>正在混合</translation>
    </message>
    <message>
        <source>Mixing was stopped; nothing was added to the project.</source>
        <translation>混合已停止；项目中没有添加任何内容。</translation>
    </message>
    <message>
        <source>Mix sets</source>
        <translation>混合数据集</translation>
    </message>
    <message>
        <source>One new set from the rows in use of several; the sets themselves stay as they are.</source>
        <translation>用多个数据集中使用中的行组成一个新数据集；原数据集保持不变。</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>The new set</source>
        <translation>新数据集</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>依次相接</translation>
    </message>
    <message>
        <source>Interleaved, until the first ends</source>
        <translation>交错，到第一个用完为止</translation>
    </message>
    <message>
        <source>Interleaved, until all ended</source>
        <translation>交错，到全部用完为止</translation>
    </message>
</context>
<context>
    <name>temper::ModelDetail</name>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>%1, sharing %2 of keys and values</source>
        <translation>%1 个，共用 %2 组键和值</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>隐藏维度</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Weights are</source>
        <translation>权重类型</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>shared with the output</source>
        <translation>与输出层共享</translation>
    </message>
    <message>
        <source>separate from the output</source>
        <translation>与输出层分开</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>对话模板</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>none: choose one with the recipe</source>
        <translation>无：在配方中选择</translation>
    </message>
    <message>
        <source>1,000 characters are about %1 tokens of English, %2 of Chinese: what a row costs in memory and time.</source>
        <translation>1,000 个字符约合英文 %1 个词元、中文 %2 个词元：这决定一行数据占用的内存和时间。</translation>
    </message>
    <message>
        <source>None of the places where it was seen exists any more.</source>
        <translation>它曾出现过的位置都已不存在。</translation>
    </message>
    <message>
        <source>Another model lies where it was: runs that started from it cannot go on with this one.</source>
        <translation>原来的位置现在是另一个模型：由它开始的运行不能用这个模型继续。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Seen last at</source>
        <translation>最后出现在</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Hash of its content</source>
        <translation>内容哈希</translation>
    </message>
    <message>
        <source>Train with this model</source>
        <translation>用此模型训练</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Get it…</source>
        <translation>获取…</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>The files of the model stay where they are.</source>
        <translation>模型文件留在原处。</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>模型概况</translation>
    </message>
    <message>
        <source>What text costs</source>
        <translation>文本的开销</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>所在位置</translation>
    </message>
</context>
<context>
    <name>temper::ModelPage</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 个模型</translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation>%1 个模型</translation>
    </message>
    <message>
        <source>Add a model's folder</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Add a GGUF file</source>
        <translation>添加 GGUF 文件</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf);;All files (*)</source>
        <translation>GGUF 文件 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Where %1 lies now</source>
        <translation>%1 现在的位置</translation>
    </message>
    <message>
        <source>Models of this project</source>
        <translation>本项目的模型</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>获取模型…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add GGUF…</source>
        <translation>添加 GGUF…</translation>
    </message>
    <message>
        <source>Looking at the models</source>
        <translation>正在查看模型</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>A model is what is fine-tuned: a Hugging Face folder or a GGUF file. Drop one here, add it by the buttons at the left, or get one: from what other programs keep on this machine, or from a server you name.</source>
        <translation>模型就是要微调的对象：Hugging Face 文件夹或 GGUF 文件。可以拖放到这里，用左侧的按钮添加，或者获取一个：来自本机其他程序已有的模型，或您指定的服务器。</translation>
    </message>
<message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>temper::ModelWords</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>%1 tokens of context</source>
        <translation>上下文 %1 个词元</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Changed since it was added</source>
        <translation>添加之后已改变</translation>
    </message>
</context>
<context>
    <name>temper::NewProjectPanel</name>
    <message>
        <source>My project</source>
        <translation>我的项目</translation>
    </message>
    <message>
        <source>Choose later</source>
        <translation>稍后选择</translation>
    </message>
    <message>
        <source>Choose a model's folder</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation>选择 GGUF 文件</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf);;All files (*)</source>
        <translation>GGUF 文件 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Data (*.jsonl *.json *.csv *.tsv *.parquet *.txt);;All files (*)</source>
        <translation>数据 (*.jsonl *.json *.csv *.tsv *.parquet *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Where the project's folder is made</source>
        <translation>项目文件夹的位置</translation>
    </message>
    <message>
        <source>Making…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>A name is enough to begin; data and model can also come later.</source>
        <translation>有名称就能开始；数据和模型也可以以后再选。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Found on this machine, or a folder or GGUF file of your own; more can be got on the page Model.</source>
        <translation>本机上找到的，或您自己的文件夹或 GGUF 文件；在“模型”页可以获取更多。</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>GGUF file…</source>
        <translation>GGUF 文件…</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>A file of rows; drop one here</source>
        <translation>数据文件；可拖放到这里</translation>
    </message>
    <message>
        <source>JSON, JSONL, CSV, Parquet or text. It is copied into the project, the file stays as it is.</source>
        <translation>JSON、JSONL、CSV、Parquet 或文本。数据会复制到项目中，原文件保持不变。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>temper::Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>temper::NumberText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
<context>
    <name>temper::OpenProject</name>
    <message>
        <source>Another window has this project open, so that this one only shows it: close the other window and open the project again to change it.</source>
        <translation>另一个窗口已打开此项目，因此这里只能查看：要修改，请关闭那个窗口后重新打开项目。</translation>
    </message>
    <message>
        <source>This project's folder cannot be written, so that it is only shown: copy it to a place of your own to change it.</source>
        <translation>此项目的文件夹不可写，因此只能查看：要修改，请把它复制到您自己的位置。</translation>
    </message>
</context>
<context>
    <name>temper::OtherEntriesCard</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Use as %1</source>
        <translation>用作 %1</translation>
    </message>
    <message>
        <source>Also in the file</source>
        <translation>文件中的其他项</translation>
    </message>
    <message>
        <source>kept when it is saved, without effect on the run</source>
        <translation>保存时保留，对训练没有影响</translation>
    </message>
</context>
<context>
    <name>temper::PackDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Original files</source>
        <translation>原始文件</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pack project</source>
        <translation>打包项目</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>So that the project finds them wherever it is opened.</source>
        <translation>使项目无论在哪里打开都能找到模型。</translation>
    </message>
    <message>
        <source>So that its runs can be gone on with.</source>
        <translation>使其中的训练可以继续。</translation>
    </message>
    <message>
        <source>The files that were imported, as they are now.</source>
        <translation>当初导入的文件，取其现在的内容。</translation>
    </message>
    <message>
        <source>What was taken away: adapters and merged models.</source>
        <translation>已导出的适配器和合并后的模型。</translation>
    </message>
    <message>
        <source>Data sets, recipes, curves and adapters go into one .zip file. Also:</source>
        <translation>数据集、配方、曲线和适配器会写入一个 .zip 文件。另外还可包括：</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在计算大小…</translation>
    </message>
    <message>
        <source>%1 · none</source>
        <translation>%1 · 无</translation>
    </message>
    <message>
        <source>Always taken: %1</source>
        <translation>必含部分：%1</translation>
    </message>
    <message>
        <source>%1 before compression</source>
        <translation>压缩前 %1</translation>
    </message>
    <message>
        <source>Pack into</source>
        <translation>打包到</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
</context>
<context>
    <name>temper::PresetList</name>
    <message>
        <source>Remove this preset</source>
        <translation>删除此预设</translation>
    </message>
    <message>
        <source>Remove the preset %1</source>
        <translation>删除预设 %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>我的预设</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>存为预设…</translation>
    </message>
</context>
<context>
    <name>temper::PreviewModel</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>词元编号</translation>
    </message>
</context>
<context>
    <name>temper::ProbeCard</name>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>试答</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Earlier answer</source>
        <translation>较早的回答</translation>
    </message>
    <message>
        <source>Later answer</source>
        <translation>较晚的回答</translation>
    </message>
    <message>
        <source>changed words are underlined</source>
        <translation>有变化的词带下划线</translation>
    </message>
<message>
        <source>%1 words of %2 and %3 in common</source>
        <translation>两个回答分别有 %2 和 %3 个词，相同 %1 个</translation>
    </message>
</context>
<context>
    <name>temper::ProblemModel</name>
    <message>
        <source>whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation>无法使用的原因</translation>
    </message>
</context>
<context>
    <name>temper::ProblemWords</name>
    <message>
        <source>No model is chosen.</source>
        <translation>尚未选择模型。</translation>
    </message>
    <message>
        <source>Choose a Hugging Face folder or a .gguf file.</source>
        <translation>请选择 Hugging Face 文件夹或 .gguf 文件。</translation>
    </message>
    <message>
        <source>No data is chosen.</source>
        <translation>尚未选择数据。</translation>
    </message>
    <message>
        <source>Choose one of the project's sets or a file.</source>
        <translation>请选择项目中的数据集或文件。</translation>
    </message>
    <message>
        <source>%1 is above %2; did you mean %3?</source>
        <translation>%1 高于上限 %2；是否想填 %3？</translation>
    </message>
    <message>
        <source>%1 is above %2.</source>
        <translation>%1 高于上限 %2。</translation>
    </message>
    <message>
        <source>%1 is below %2.</source>
        <translation>%1 低于下限 %2。</translation>
    </message>
    <message>
        <source>%1 is not above %2.</source>
        <translation>%1 必须大于 %2。</translation>
    </message>
    <message>
        <source>%1 is not a whole number; the default is %2.</source>
        <translation>%1 不是整数；默认值为 %2。</translation>
    </message>
    <message>
        <source>%1 is not a whole number; did you mean %2?</source>
        <translation>%1 不是整数；是否想填 %2？</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1 不是整数。</translation>
    </message>
    <message>
        <source>%1 is not a number; the default is %2.</source>
        <translation>%1 不是数字；默认值为 %2。</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 不是数字。</translation>
    </message>
    <message>
        <source>%1 is not true or false; the default is %2.</source>
        <translation>%1 既不是 true 也不是 false；默认值为 %2。</translation>
    </message>
    <message>
        <source>%1 is not of the form name=column.</source>
        <translation>%1 不符合 name=column 的形式。</translation>
    </message>
    <message>
        <source>%1 is not available in this version; choose %2.</source>
        <translation>此版本不支持 %1；请选择 %2。</translation>
    </message>
    <message>
        <source>%1 is not available in this version.</source>
        <translation>此版本不支持 %1。</translation>
    </message>
    <message>
        <source>%1 is not a key of a recipe; did you mean %2?</source>
        <translation>%1 不是配方的键；是否指 %2？</translation>
    </message>
    <message>
        <source>%1 is not a key of a recipe.</source>
        <translation>%1 不是配方的键。</translation>
    </message>
    <message>
        <source>%1 is given more than once.</source>
        <translation>%1 重复出现。</translation>
    </message>
    <message>
        <source>there is no folder or file %1.</source>
        <translation>没有文件夹或文件 %1。</translation>
    </message>
    <message>
        <source>there is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>there is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>the project has no data set %1.</source>
        <translation>项目中没有数据集 %1。</translation>
    </message>
    <message>
        <source>%1 goes only with finetuning_type: lora.</source>
        <translation>%1 只能与 finetuning_type: lora 一起使用。</translation>
    </message>
    <message>
        <source>%1 is empty, so that nothing would be trained.</source>
        <translation>%1 为空，没有可训练的部分。</translation>
    </message>
    <message>
        <source>0 trains nothing.</source>
        <translation>0 表示不训练任何层。</translation>
    </message>
    <message>
        <source>%1 has %2 weights for %3 data sets.</source>
        <translation>%1 有 %2 个权重，而数据集有 %3 个。</translation>
    </message>
    <message>
        <source>all weights are 0, so that no row would be drawn.</source>
        <translation>所有权重都为 0，不会抽取任何行。</translation>
    </message>
    <message>
        <source>%1 and %2 contradict each other.</source>
        <translation>%1 与 %2 相互矛盾。</translation>
    </message>
    <message>
        <source>%1 is neither a part below 1 nor a whole number of rows.</source>
        <translation>%1 既不是小于 1 的比例，也不是整数行数。</translation>
    </message>
    <message>
        <source>%1 and %2 are both given.</source>
        <translation>同时给出了 %1 和 %2。</translation>
    </message>
    <message>
        <source>%1 needs evaluations, and there are none.</source>
        <translation>%1 需要评估，而当前没有评估。</translation>
    </message>
    <message>
        <source>the lists ask for %1 runs, and %2 are the most.</source>
        <translation>这些列表需要 %1 次运行，最多为 %2 次。</translation>
    </message>
    <message>
        <source>%1 has no effect here; use %2.</source>
        <translation>%1 在此不起作用；请使用 %2。</translation>
    </message>
    <message>
        <source>%1 has no effect here.</source>
        <translation>%1 在此不起作用。</translation>
    </message>
    <message>
        <source>%1 has no effect because %2 is given.</source>
        <translation>已给出 %2，因此 %1 不起作用。</translation>
    </message>
    <message>
        <source>%1 has no effect without %2.</source>
        <translation>没有 %2 时 %1 不起作用。</translation>
    </message>
    <message>
        <source>%1 has no effect with %2.</source>
        <translation>%2 时 %1 不起作用。</translation>
    </message>
    <message>
        <source>Turn one of them off.</source>
        <translation>请关闭其中一个。</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>请只保留一个。</translation>
    </message>
    <message>
        <source>Set eval_strategy to steps or epoch.</source>
        <translation>请将 eval_strategy 设为 steps 或 epoch。</translation>
    </message>
    <message>
        <source>Add val_size or eval_dataset.</source>
        <translation>请添加 val_size 或 eval_dataset。</translation>
    </message>
    <message>
        <source>Give the folder of an adapter.</source>
        <translation>请给出适配器的文件夹。</translation>
    </message>
    <message>
        <source>Merge the adapter into the model first, or train with lora.</source>
        <translation>请先将适配器并入模型，或使用 lora 训练。</translation>
    </message>
    <message>
        <source>Write lora_target: all.</source>
        <translation>请填写 all。</translation>
    </message>
    <message>
        <source>Give a number of layers, or freeze_extra_modules.</source>
        <translation>请给出层数，或填写 freeze_extra_modules。</translation>
    </message>
    <message>
        <source>Shorten a list.</source>
        <translation>请缩短其中一个列表。</translation>
    </message>
    <message>
        <source>Give one weight for each entry of dataset.</source>
        <translation>请为每个数据集给出一个权重。</translation>
    </message>
    <message>
        <source>Give at least one weight above 0.</source>
        <translation>请至少给出一个大于 0 的权重。</translation>
    </message>
    <message>
        <source>Models are loaded from this machine; give the folder in which the model lies.</source>
        <translation>模型从本机加载；请给出模型所在的文件夹。</translation>
    </message>
    <message>
        <source>Relative paths begin at dataset_dir, at the recipe's folder or at the current folder.</source>
        <translation>相对路径以 dataset_dir、配方所在文件夹或当前文件夹为起点。</translation>
    </message>
    <message>
        <source>Remove one of the two lines.</source>
        <translation>请删除其中一行。</translation>
    </message>
    <message>
        <source>Remove the line and use %1.</source>
        <translation>请删除该行并使用 %1。</translation>
    </message>
    <message>
        <source>Remove the line.</source>
        <translation>请删除该行。</translation>
    </message>
    <message>
        <source>%1 is not %2; did you mean %3?</source>
        <translation>%1 不是 %2 之一；是否指 %3？</translation>
    </message>
    <message>
        <source>%1 is not %2.</source>
        <translation>%1 不是 %2 之一。</translation>
    </message>
</context>
<context>
    <name>temper::ProgressStrip</name>
    <message>
        <source>importing</source>
        <translation>导入中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>indexing</source>
        <translation>建立索引</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>搜索中</translation>
    </message>
    <message>
        <source>tokenising</source>
        <translation>分词中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>写入中</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>复制中</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>packing</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>unpacking</source>
        <translation>解包</translation>
    </message>
</context>
<context>
    <name>temper::ProjectPacking</name>
    <message>
        <source>Packing the project</source>
        <translation>正在打包项目</translation>
    </message>
    <message>
        <source>Unpacking a project</source>
        <translation>正在解包项目</translation>
    </message>
</context>
<context>
    <name>temper::ProposalCard</name>
    <message>
        <source>Rows held out</source>
        <translation>留出行数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation>截断长度</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Proposed settings</source>
        <translation>建议的设置</translation>
    </message>
    <message>
        <source>reading the data…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>Choose data, and settings are proposed from the number of its rows and their lengths, each with its reason.</source>
        <translation>选择数据后，会根据行数和长度给出建议的设置，并逐项说明理由。</translation>
    </message>
    <message>
        <source>%1 rows, LoRA on all matrices, %2 steps. Everything can be changed on the page Train.</source>
        <translation>%1 行，对所有矩阵做 LoRA，共 %2 步。这些都可以在“训练”页修改。</translation>
    </message>
    <message>
        <source>%1 rows cannot be used; the page Data lists them with their reasons.</source>
        <translation>有 %1 行无法使用；“数据”页会列出它们及原因。</translation>
    </message>
</context>
<context>
    <name>temper::Rail</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
</context>
<context>
    <name>temper::RecentList</name>
    <message>
        <source>Not found: %1</source>
        <translation>未找到：%1</translation>
    </message>
</context>
<context>
    <name>temper::RecipeDifferenceCard</name>
    <message>
        <source>The recipes are the same.</source>
        <translation>配方相同。</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>What their recipes differ in</source>
        <translation>配方的不同之处</translation>
    </message>
    <message>
        <source>Keys in which the recipes differ</source>
        <translation>配方中取值不同的键</translation>
    </message>
</context>
<context>
    <name>temper::RecipeForm</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
</context>
<context>
    <name>temper::RemovedBar</name>
    <message>
        <source>The set %1 was deleted.</source>
        <translation>数据集 %1 已删除。</translation>
    </message>
    <message>
        <source>The sets %1 were deleted.</source>
        <translation>数据集 %1 已删除。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>恢复 %1</translation>
    </message>
</context>
<context>
    <name>temper::RenderForm</name>
    <message>
        <source>None chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a GGUF file…</source>
        <translation>选择 GGUF 文件…</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation>选择 GGUF 文件</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation>GGUF 模型 (*.gguf)</translation>
    </message>
    <message>
        <source>The model's own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Last answer only</source>
        <translation>仅最后一个回答</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation>截断长度</translation>
    </message>
    <message>
        <source>Loss on</source>
        <translation>计算损失</translation>
    </message>
    <message>
        <source>Model whose tokenizer and chat template are used</source>
        <translation>使用其分词器和对话模板的模型</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>对话模板</translation>
    </message>
    <message>
        <source>Cutoff length in tokens</source>
        <translation>截断长度（词元）</translation>
    </message>
    <message>
        <source>Where loss is taken</source>
        <translation>在哪里计算损失</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 词元</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Rows longer than this are cut at their end; 0 sets no limit.</source>
        <translation>超过此长度的行从末尾截断；0 表示不限。</translation>
    </message>
    <message>
        <source>The form in which turns are written for the model.</source>
        <translation>各轮对话写给模型的格式。</translation>
    </message>
    <message>
        <source>Which tokens the model learns to write; the others are only read.</source>
        <translation>模型学习生成哪些词元；其余只供阅读。</translation>
    </message>
</context>
<context>
    <name>temper::RowDetail</name>
    <message>
        <source>New row</source>
        <translation>新行</translation>
    </message>
    <message>
        <source>No row chosen</source>
        <translation>未选择行</translation>
    </message>
    <message>
        <source>Row %1, set aside</source>
        <translation>第 %1 行，已搁置</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>As the model sees it</source>
        <translation>模型所见</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Views of the row</source>
        <translation>行的视图</translation>
    </message>
    <message>
        <source>Save row</source>
        <translation>保存该行</translation>
    </message>
    <message>
        <source>Ctrl+S; also done when another row is chosen.</source>
        <translation>Ctrl+S；选择其他行时也会保存。</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Takes the row out of training; it stays in the set. Delete</source>
        <translation>不再用于训练，但仍保留在数据集中。Delete 键</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>temper::RowEditor</name>
    <message>
        <source>Choose a row to read and edit it.</source>
        <translation>选择一行以阅读和编辑。</translation>
    </message>
    <message>
        <source>This row came as token ids and is not edited as text.</source>
        <translation>该行以词元编号导入，不能作为文本编辑。</translation>
    </message>
    <message>
        <source>This row is longer than 1 MB and is not edited here. Change it in its file and import again.</source>
        <translation>该行超过 1 MB，不能在此编辑。请在文件中修改后重新导入。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Role of turn %1</source>
        <translation>第 %1 轮的角色</translation>
    </message>
    <message>
        <source>Text of turn %1</source>
        <translation>第 %1 轮的文本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove turn %1</source>
        <translation>移除第 %1 轮</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>添加一轮</translation>
    </message>
</context>
<context>
    <name>temper::RowModel</name>
    <message>
        <source>set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>over %1 tokens</source>
        <translation>超过 %1 词元</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>temper::RowWords</name>
    <message>
        <source>editing row %1</source>
        <translation>编辑第 %1 行</translation>
    </message>
    <message>
        <source>adding row %1</source>
        <translation>新增第 %1 行</translation>
    </message>
    <message>
        <source>setting row %1 aside</source>
        <translation>搁置第 %1 行</translation>
    </message>
    <message>
        <source>setting %1 rows aside</source>
        <translation>搁置 %1 行</translation>
    </message>
    <message>
        <source>bringing row %1 back</source>
        <translation>恢复第 %1 行</translation>
    </message>
    <message>
        <source>bringing %1 rows back</source>
        <translation>恢复 %1 行</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Further input</source>
        <translation>补充输入</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Earlier turns</source>
        <translation>之前的对话</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>词元编号</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
<message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>数据集</translation>
    </message>
</context>
<context>
    <name>temper::RunCharts</name>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss per token</source>
        <translation>每词元损失</translation>
    </message>
    <message>
        <source>training, evaluation · per token</source>
        <translation>训练、评估 · 每词元</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>before clipping</source>
        <translation>裁剪前</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>resident memory in GB</source>
        <translation>常驻内存（GB）</translation>
    </message>
    <message>
        <source>GB resident</source>
        <translation>常驻内存 GB</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>real tokens</source>
        <translation>不计填充</translation>
    </message>
    <message>
        <source>Log y</source>
        <translation>对数纵轴</translation>
    </message>
    <message>
        <source>Logarithmic axis for the loss</source>
        <translation>损失使用对数坐标轴</translation>
    </message>
    <message>
        <source>Smoothing of the loss</source>
        <translation>损失的平滑程度</translation>
    </message>
    <message>
        <source>best %1 · step %2</source>
        <translation>最佳 %1 · 第 %2 步</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>training · per token</source>
        <translation>训练 · 每词元</translation>
    </message>
    <message>
        <source>Evaluation loss</source>
        <translation>评估损失</translation>
    </message>
    <message>
        <source>held-out rows · per token</source>
        <translation>留出行 · 每词元</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Minutes of training, without pauses and interruptions</source>
        <translation>训练分钟数，不含暂停和中断</translation>
    </message>
    <message>
        <source>Log x</source>
        <translation>对数 x 轴</translation>
    </message>
    <message>
        <source>Logarithmic axis for steps, time or tokens</source>
        <translation>步数、时间或词元使用对数轴</translation>
    </message>
</context>
<context>
    <name>temper::RunDetail</name>
    <message>
        <source>The set has changed since: 1 row.</source>
        <translation>此后数据集已有变化：1 行。</translation>
    </message>
    <message>
        <source>The set has changed since: %1 rows.</source>
        <translation>此后数据集已有变化：%1 行。</translation>
    </message>
    <message>
        <source>No step yet</source>
        <translation>还没有训练步</translation>
    </message>
    <message>
        <source>The curves begin with the first training step.</source>
        <translation>曲线从第一个训练步开始。</translation>
    </message>
<message>
        <source>Its rows are fixed when it begins: what is edited until then counts.</source>
        <translation>它的数据行在开始时固定：此前的编辑都会生效。</translation>
    </message>
</context>
<context>
    <name>temper::RunHeader</name>
    <message>
        <source>Generate probe now</source>
        <translation>立即生成试答</translation>
    </message>
    <message>
        <source>Answers the fixed prompts with the model as it is now.</source>
        <translation>用当前的模型回答固定的提示词。</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Writes a checkpoint after this step.</source>
        <translation>在这一步之后写入检查点。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Waits after this step; nothing is lost.</source>
        <translation>在这一步之后等待；不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on with the next step.</source>
        <translation>从下一步继续。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Saves a checkpoint and ends the run; it can be resumed.</source>
        <translation>保存检查点并结束运行；之后可以恢复。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Reading the events</source>
        <translation>正在读取事件</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Reading the events, %1 %</source>
        <translation>正在读取事件，%1 %</translation>
    </message>
    <message>
        <source>%1 runs over one another</source>
        <translation>%1 个运行叠加</translation>
    </message>
    <message>
        <source>The engine goes on from the last checkpoint, also when this window is closed.</source>
        <translation>引擎从最后一个检查点继续，关闭此窗口也不受影响。</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Mark this run with a star</source>
        <translation>给此运行加星标</translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation>此运行的更多操作</translation>
    </message>
    <message>
        <source>Rename, order, delete</source>
        <translation>重命名、排序、删除</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Adapter or merged model, in forms that others read.</source>
        <translation>适配器或合并后的模型，采用通用格式。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Base and tuned model answer the same prompts, side by side.</source>
        <translation>基础模型与微调模型并排回答相同的提示。</translation>
    </message>
</context>
<context>
    <name>temper::RunSeries</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
</context>
<context>
    <name>temper::RunSide</name>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Filter runs by name, method, state or note</source>
        <translation>按名称、方法、状态或备注筛选运行</translation>
    </message>
    <message>
        <source>Only runs with a star</source>
        <translation>只看有星标的运行</translation>
    </message>
    <message>
        <source>Runs of this project</source>
        <translation>此项目的运行</translation>
    </message>
    <message>
        <source>No run fits the filter.</source>
        <translation>没有符合筛选条件的运行。</translation>
    </message>
    <message>
        <source>Ctrl+click lays runs over one another.</source>
        <translation>按住 Ctrl 点击可叠加多个运行。</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Deleted runs, to restore or to remove for good</source>
        <translation>已删除的运行，可还原或彻底移除</translation>
    </message>
</context>
<context>
    <name>temper::RunWords</name>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Tokenising</source>
        <translation>正在分词</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>LoRA r%1</source>
        <translation>LoRA r%1</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全参数</translation>
    </message>
    <message>
        <source>last layers</source>
        <translation>末尾几层</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>queued · next</source>
        <translation>排队中 · 下一个</translation>
    </message>
    <message>
        <source>queued · place %1</source>
        <translation>排队中 · 第 %1 位</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>The engine ended before the run did; nothing that was saved is lost.</source>
        <translation>引擎在运行完成之前退出；已保存的内容没有丢失。</translation>
    </message>
    <message>
        <source>Resume goes on from the checkpoint of step %1.</source>
        <translation>“继续”会从第 %1 步的检查点接着训练。</translation>
    </message>
    <message>
        <source>There is no checkpoint yet, so Resume begins at step 1.</source>
        <translation>还没有检查点，“继续”会从第 1 步开始。</translation>
    </message>
    <message>
        <source>recipe.yaml is missing in the run's folder, so the run can be looked at, not resumed.</source>
        <translation>运行文件夹中缺少 recipe.yaml，因此只能查看此运行，不能继续。</translation>
    </message>
    <message>
        <source>events.jsonl cannot be read. Give yourself the right to read it.</source>
        <translation>无法读取 events.jsonl。请为自己开放读取权限。</translation>
    </message>
    <message>
        <source>One line of events.jsonl is damaged and was passed over.</source>
        <translation>events.jsonl 有一行损坏，已跳过。</translation>
    </message>
    <message>
        <source>%1 lines of events.jsonl are damaged and were passed over.</source>
        <translation>events.jsonl 有 %1 行损坏，已跳过。</translation>
    </message>
<message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
</context>
<context>
    <name>temper::RunningRun</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
<message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>temper::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 个运行</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 个运行</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 个正在运行</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 个等待中</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete %1 runs</source>
        <translation>删除 %1 个运行</translation>
    </message>
    <message>
        <source>Move up in the queue</source>
        <translation>在队列中上移</translation>
    </message>
    <message>
        <source>Move down in the queue</source>
        <translation>在队列中下移</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>A run is one fine-tuning: its recipe, its losses, its checkpoints. Start one on the page Train or on the command line and it appears here at once, live.</source>
        <translation>一个运行就是一次微调：它的配方、损失和检查点。在“训练”页面或命令行启动后，它会立即实时出现在这里。</translation>
    </message>
    <message>
        <source>Compare base and tuned</source>
        <translation>对比基础与微调</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Train again with its recipe</source>
        <translation>用它的配方再次训练</translation>
    </message>
<message>
        <source>Set up a run</source>
        <translation>设置一次运行</translation>
    </message>
</context>
<context>
    <name>temper::SamplingPanel</name>
    <message>
        <source>Sampling, both sides</source>
        <translation>采样（两侧相同）</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 always takes the most probable token; higher values draw more freely.</source>
        <translation>0 始终取最可能的词元；数值越高，抽取越自由。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Draws from this many most probable tokens only; 0 is off.</source>
        <translation>仅从这么多个最可能的词元中抽取；0 为关闭。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Draws from the most probable tokens that together hold this share; 1 is off.</source>
        <translation>从合计占此比例的最可能词元中抽取；1 为关闭。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Leaves out tokens less probable than this share of the best one; 0 is off.</source>
        <translation>略去概率低于最佳词元此比例的词元；0 为关闭。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Above 1, tokens that have occurred become less likely.</source>
        <translation>大于 1 时，已出现的词元变得不太可能。</translation>
    </message>
    <message>
        <source>Max new tokens</source>
        <translation>最多新词元数</translation>
    </message>
    <message>
        <source>The longest an answer may become.</source>
        <translation>回答的最大长度。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same answer again.</source>
        <translation>相同的种子会再次给出相同的回答。</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
</context>
<context>
    <name>temper::ScheduleCurve</name>
    <message>
        <source>Learning rate over %1 steps, at most %2</source>
        <translation>%1 步中的学习率，最高 %2</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>峰值 %1</translation>
    </message>
</context>
<context>
    <name>temper::ScoreCard</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Score the answers</source>
        <translation>计算困惑度</translation>
    </message>
    <message>
        <source>by the left</source>
        <translation>左侧看</translation>
    </message>
    <message>
        <source>by the right</source>
        <translation>右侧看</translation>
    </message>
    <message>
        <source>Left answers</source>
        <translation>左侧的回答</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>右侧的回答</translation>
    </message>
    <message>
        <source>%1 tokens of answers</source>
        <translation>回答共 %1 个词元</translation>
    </message>
    <message>
        <source>Perplexity of the answers</source>
        <translation>回答的困惑度</translation>
    </message>
    <message>
        <source>How surprised each model is by its own answers and by the other's; lower is surer.</source>
        <translation>两个模型各自对自己的回答和对方的回答有多意外；越低越有把握。</translation>
    </message>
    <message>
        <source>Reads the whole conversation with both models.</source>
        <translation>用两个模型各读一遍整段对话。</translation>
    </message>
</context>
<context>
    <name>temper::SetFiles</name>
    <message>
        <source>Give the set a name.</source>
        <translation>请为数据集命名。</translation>
    </message>
    <message>
        <source>A set of this name exists already. Choose another name.</source>
        <translation>已有同名数据集。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>temper::SetHeader</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Data set %1; opens the list of sets</source>
        <translation>数据集 %1；打开数据集列表</translation>
    </message>
    <message>
        <source>%1 set aside</source>
        <translation>%1 行已搁置</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 行无法使用</translation>
    </message>
    <message>
        <source>read-only: the project cannot be written</source>
        <translation>只读：项目无法写入</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>More about this set</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Rename, split, mix, delete</source>
        <translation>重命名、划分、混合、删除</translation>
    </message>
    <message>
        <source>New name of the set</source>
        <translation>数据集的新名称</translation>
    </message>
    <message>
        <source>Enter renames, Escape leaves the name.</source>
        <translation>回车键重命名，Esc 键取消。</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>新增行</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>划分…</translation>
    </message>
    <message>
        <source>Mix with other sets…</source>
        <translation>与其他数据集混合…</translation>
    </message>
    <message>
        <source>Delete set</source>
        <translation>删除数据集</translation>
    </message>
</context>
<context>
    <name>temper::SetMaker</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>temper::SetView</name>
    <message>
        <source>Index for search: %1</source>
        <translation>搜索索引：%1</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>正在统计词元</translation>
    </message>
    <message>
        <source>holds “%1”</source>
        <translation>包含“%1”</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Choose a model: its tokenizer and chat template count the rows.</source>
        <translation>请选择模型：用它的分词器和对话模板统计各行。</translation>
    </message>
    <message>
        <source>Counting the tokens of %1 rows takes a while.</source>
        <translation>统计 %1 行的词元需要一些时间。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Imported from</source>
        <translation>导入来源</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <source>Rows of the set</source>
        <translation>数据集的行</translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation>无法使用的行</translation>
    </message>
    <message>
        <source>Search prompts and answers  Ctrl+F</source>
        <translation>搜索提示和回答  Ctrl+F</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words one after the other; * at the end stands for the rest of a word.</source>
        <translation>依次输入词语；末尾的 * 代表词的其余部分。</translation>
    </message>
    <message>
        <source>Count tokens</source>
        <translation>统计词元</translation>
    </message>
    <message>
        <source>Reading the tokenizer of %1</source>
        <translation>正在读取 %1 的分词器</translation>
    </message>
</context>
<context>
    <name>temper::SourcePicker</name>
    <message>
        <source>Choose a run or an adapter</source>
        <translation>选择运行或适配器</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Models as they are</source>
        <translation>原始模型</translation>
    </message>
    <message>
        <source>From elsewhere</source>
        <translation>来自别处</translation>
    </message>
    <message>
        <source>Adapter folder…</source>
        <translation>适配器文件夹…</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>模型文件夹…</translation>
    </message>
    <message>
        <source>GGUF file…</source>
        <translation>GGUF 文件…</translation>
    </message>
    <message>
        <source>Adapter folder (PEFT)</source>
        <translation>适配器文件夹（PEFT）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation>GGUF 模型 (*.gguf)</translation>
    </message>
</context>
<context>
    <name>temper::SourceWords</name>
    <message>
        <source>Base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>temper::SplitPanel</name>
    <message>
        <source>%1 train</source>
        <translation>%1 训练</translation>
    </message>
    <message>
        <source>%1 validation</source>
        <translation>%1 验证</translation>
    </message>
    <message>
        <source>Give the two sets different names.</source>
        <translation>请给两个数据集起不同的名称。</translation>
    </message>
    <message>
        <source>The set has too few rows to hold some back.</source>
        <translation>数据集行数太少，无法留出一部分。</translation>
    </message>
    <message>
        <source>%1 rows train, %2 rows validate. The set itself stays as it is; rows set aside are left out.</source>
        <translation>%1 行用于训练，%2 行用于验证。原数据集保持不变；已搁置的行不参与。</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>正在划分</translation>
    </message>
    <message>
        <source>Splitting was stopped; nothing was added to the project.</source>
        <translation>划分已停止；项目中没有添加任何内容。</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>划分 %1</translation>
    </message>
    <message>
        <source>Rows to train on, and rows held back to see how well the model does on what it never saw.</source>
        <translation>一部分行用于训练，另一部分留出，用来检验模型在未见过的数据上的表现。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Two new sets</source>
        <translation>两个新数据集</translation>
    </message>
    <message>
        <source>For validation</source>
        <translation>用于验证</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Name of the rest</source>
        <translation>训练集名称</translation>
    </message>
    <message>
        <source>Name of the held-back set</source>
        <translation>验证集名称</translation>
    </message>
    <message>
        <source>Chooses the rows; the same seed chooses the same ones.</source>
        <translation>决定选取哪些行；相同的种子选取相同的行。</translation>
    </message>
</context>
<context>
    <name>temper::StartPage</name>
    <message>
        <source>Temper</source>
        <translation>Temper</translation>
    </message>
    <message>
        <source>Fine-tune language models on your own computer.</source>
        <translation>在自己的电脑上微调语言模型。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Enter opens, Delete takes a project off this list; its folder stays.</source>
        <translation>按 Enter 打开，按 Delete 从列表中移除；文件夹会保留。</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>还没有项目</translation>
    </message>
    <message>
        <source>A project is a folder that holds your data, labels, runs and results. Make a new one, open one, or begin with an example.</source>
        <translation>项目是一个文件夹，存放您的数据、标注、运行和结果。可以新建、打开，或从示例开始。</translation>
    </message>
</context>
<context>
    <name>temper::StepStrip</name>
    <message>
        <source>Add data</source>
        <translation>添加数据</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>正在训练…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以后</translation>
    </message>
</context>
<context>
    <name>temper::SwitchEditor</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>temper::TalkView</name>
    <message>
        <source>Regenerate both</source>
        <translation>两侧重新生成</translation>
    </message>
    <message>
        <source>Answers the last prompt anew, with the models and the sampling as they are set now.</source>
        <translation>用当前设定的模型和采样重新回答最后一个提示。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Marks the words that only one side has.</source>
        <translation>标出只有一侧才有的词。</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Shades each token: the darker, the less sure the model was.</source>
        <translation>为每个词元着色：越深表示模型越不确定。</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Shows the answers as Markdown, or as they were written.</source>
        <translation>以 Markdown 显示回答，或按原文显示。</translation>
    </message>
    <message>
        <source>Ask both the same</source>
        <translation>向两者提出同样的问题</translation>
    </message>
    <message>
        <source>Choose what answers at the left and at the right, and write a prompt below. Both answers stream side by side, what differs is marked, and each token shows its probability under the pointer.</source>
        <translation>选择左右两侧由谁回答，并在下方写下提示。两个回答并排流式显示，差异会标出，指向词元即可看到其概率。</translation>
    </message>
</context>
<context>
    <name>temper::TextEditor</name>
    <message>
        <source>from the model</source>
        <translation>使用模型自带的</translation>
    </message>
</context>
<context>
    <name>temper::TokenCard</name>
    <message>
        <source>Choose a row to see its tokens.</source>
        <translation>选择一行以查看它的词元。</translation>
    </message>
    <message>
        <source>A row becomes tokens through a model's chat template and tokenizer. Choose the model you want to train.</source>
        <translation>行通过模型的对话模板和分词器变成词元。请选择要训练的模型。</translation>
    </message>
    <message>
        <source>This row becomes no token: it is empty.</source>
        <translation>该行为空，没有词元。</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 trained</source>
        <translation>训练 %1 个</translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation>在 %1 处截断</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Shows each token's number in the vocabulary.</source>
        <translation>显示每个词元在词表中的编号。</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copies every token with id, spelling and whether it is trained.</source>
        <translation>复制每个词元的编号、写法以及是否参与训练。</translation>
    </message>
    <message>
        <source>Tinted and underlined: trained. Plain: read only.</source>
        <translation>着色并带下划线：参与训练。无底色：仅供阅读。</translation>
    </message>
    <message>
        <source>Part </source>
        <translation>第 </translation>
    </message>
    <message>
        <source>Part of a long text</source>
        <translation>长文本的部分</translation>
    </message>
</context>
<context>
    <name>temper::TokenCost</name>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>%1 tokens a character</source>
        <translation>每字符 %1 个词元</translation>
    </message>
</context>
<context>
    <name>temper::TokenPopup</name>
    <message>
        <source>Token %1 · probability %2</source>
        <translation>词元 %1 · 概率 %2</translation>
    </message>
</context>
<context>
    <name>temper::TokenView</name>
    <message>
        <source>%1 tokens, %2 trained</source>
        <translation>%1 个词元，训练 %2 个</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>词元 %1</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>spelled “%1”</source>
        <translation>写作“%1”</translation>
    </message>
    <message>
        <source>part of “%1”</source>
        <translation>“%1”的一部分</translation>
    </message>
    <message>
        <source>special</source>
        <translation>特殊</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>参与训练</translation>
    </message>
    <message>
        <source>read, not trained</source>
        <translation>仅阅读，不训练</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>词表写法</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>参与训练</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>temper::TotalsPanel</name>
    <message>
        <source>for %1</source>
        <translation>针对 %1</translation>
    </message>
    <message>
        <source>Rows cut at %1</source>
        <translation>在 %1 处截断的行</translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation>截断的行</translation>
    </message>
    <message>
        <source>Length of rows</source>
        <translation>行长度</translation>
    </message>
    <message>
        <source>tokens · log scale</source>
        <translation>词元 · 对数刻度</translation>
    </message>
    <message>
        <source>What will be trained on</source>
        <translation>将用于训练</translation>
    </message>
    <message>
        <source>Rows in use</source>
        <translation>使用中的行</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Trained tokens</source>
        <translation>参与训练的词元</translation>
    </message>
    <message>
        <source>Longest row</source>
        <translation>最长的行</translation>
    </message>
    <message>
        <source>Rows without a trained token</source>
        <translation>没有可训练词元的行</translation>
    </message>
</context>
<context>
    <name>temper::TrainDialogs</name>
    <message>
        <source>Open recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml);;All files (*)</source>
        <translation>配方 (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml)</source>
        <translation>配方 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
</context>
<context>
    <name>temper::TrainHeader</name>
    <message>
        <source>%1 new runs</source>
        <translation>%1 次新运行</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新的运行</translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation>打开配方…</translation>
    </message>
    <message>
        <source>Opens a recipe.yaml, or one written for LLaMA-Factory.</source>
        <translation>打开 recipe.yaml，或为 LLaMA-Factory 编写的配置。</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>保存配方…</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Puts the run behind those that wait, and stays here for the next one.</source>
        <translation>排在等待的运行之后，并留在此页准备下一次。</translation>
    </message>
    <message>
        <source>Start %1 runs</source>
        <translation>开始 %1 次运行</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>The run goes on when this window is closed.</source>
        <translation>关闭窗口后训练仍会继续。</translation>
    </message>
</context>
<context>
    <name>temper::TrainPage</name>
    <message>
        <source>1 run was put into the queue</source>
        <translation>已将 1 次运行加入队列</translation>
    </message>
    <message>
        <source>%1 runs were put into the queue</source>
        <translation>已将 %1 次运行加入队列</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>Shows every setting instead of those most runs need.</source>
        <translation>显示全部设置，而不只是常用的设置。</translation>
    </message>
<message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>temper::TurnView</name>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
<message>
        <source>The answers have %1 words of %2 and %3 in common: too few to mark the others.</source>
        <translation>两个回答分别有 %2 和 %3 个词，相同的只有 %1 个：相差太大，不作标记。</translation>
    </message>
</context>
<context>
    <name>temper::VerdictCard</name>
    <message>
        <source>Better on held-out rows</source>
        <translation>在留出行上更好</translation>
    </message>
    <message>
        <source>No difference on held-out rows</source>
        <translation>在留出行上没有差别</translation>
    </message>
    <message>
        <source>Worse on held-out rows</source>
        <translation>在留出行上更差</translation>
    </message>
    <message>
        <source>Too few held-out rows to judge</source>
        <translation>留出行太少，无法判断</translation>
    </message>
    <message>
        <source>A judgement needs at least %1 rows that are not trained on; raise val_size.</source>
        <translation>至少需要 %1 行未参与训练的数据才能判断；请调高 val_size。</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>base → tuned, per token</source>
        <translation>基础 → 微调，每词元</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>95 % interval %1 … %2</source>
        <translation>95 % 区间 %1 … %2</translation>
    </message>
    <message>
        <source>General perplexity</source>
        <translation>通用困惑度</translation>
    </message>
    <message>
        <source>On a short general text that no run trains on: where it rises, the model forgets.</source>
        <translation>在一段不参与任何训练的通用短文上测得：数值上升说明模型有所遗忘。</translation>
    </message>
    <message>
        <source>%1 %: forgets some of what it knew</source>
        <translation>%1 %：遗忘了部分原有知识</translation>
    </message>
    <message>
        <source>%1 %: nothing forgotten</source>
        <translation>%1 %：没有遗忘</translation>
    </message>
    <message>
        <source>as before: nothing forgotten</source>
        <translation>与之前相同：没有遗忘</translation>
    </message>
    <message>
        <source>Its loss is %1 % lower than the base model's on %2 rows it was not trained on.</source>
        <translation>在 %2 行未参与训练的数据上，损失比基础模型低 %1 %。</translation>
    </message>
    <message>
        <source>Its loss is %1 % higher than the base model's on %2 rows it was not trained on.</source>
        <translation>在 %2 行未参与训练的数据上，损失比基础模型高 %1 %。</translation>
    </message>
</context>
<context>
    <name>temper::WorkStrip</name>
    <message>
        <source>Stop: %1</source>
        <translation>停止：%1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>Go to its page</source>
        <translation>转到所在页面</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show the next one</source>
        <translation>显示下一项</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>temper::CommandDesk</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>temper::CommandPalette</name>
    <message>
        <source>What do you want to do, or where to go?</source>
        <translation>想做什么，或者去哪里？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Nothing is called so. A few letters of a name suffice, in their order.</source>
        <translation>没有这样的名称。按顺序输入名称中的几个字即可。</translation>
    </message>
</context>
<context>
    <name>temper::EngineLight</name>
    <message>
        <source>Engine at rest</source>
        <translation>引擎待命</translation>
    </message>
    <message>
        <source>Engine starting</source>
        <translation>引擎启动中</translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>引擎就绪</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The engine ended unexpectedly; it starts again as soon as it is needed.</source>
        <translation>引擎意外结束；需要时会自动重新启动。</translation>
    </message>
    <message>
        <source>The program that tokenises, estimates and answers for this window. Runs have their own.</source>
        <translation>为本窗口分词、估算和生成回答的程序。每个运行另有自己的程序。</translation>
    </message>
    <message>
        <source>Memory the engine holds, of the machine's</source>
        <translation>引擎占用的内存 / 本机内存</translation>
    </message>
</context>
<context>
    <name>temper::ProjectDialogs</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open packed project</source>
        <translation>打开打包的项目</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
</context>
</TS>
