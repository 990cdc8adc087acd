<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
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
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The set %1 was deleted.</source>
        <translation>数据集 %1 已删除。</translation>
    </message>
</context>
<context>
    <name>temper::EngineProcess</name>
    <message>
        <source>the engine cannot be started: %1.</source>
        <translation>无法启动引擎：%1。</translation>
    </message>
    <message>
        <source>Install Temper again, or name the engine&apos;s program in TEMPER_ENGINE.</source>
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
        <source>Folder of the project to open.</source>
        <translation>要打开的项目文件夹。</translation>
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
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
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
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>The model&apos;s own</source>
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
        <translation>已搁置</translation>
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
        <source>recipe.yaml is missing in the run&apos;s folder, so the run can be looked at, not resumed.</source>
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
        <source>Cancel</source>
        <translation>取消</translation>
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
</context>
<context>
    <name>temper::TokenCard</name>
    <message>
        <source>Choose a row to see its tokens.</source>
        <translation>选择一行以查看它的词元。</translation>
    </message>
    <message>
        <source>A row becomes tokens through a model&apos;s chat template and tokenizer. Choose the model you want to train.</source>
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
        <source>Shows each token&apos;s number in the vocabulary.</source>
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
        <source>Its loss is %1 % lower than the base model&apos;s on %2 rows it was not trained on.</source>
        <translation>在 %2 行未参与训练的数据上，损失比基础模型低 %1 %。</translation>
    </message>
    <message>
        <source>Its loss is %1 % higher than the base model&apos;s on %2 rows it was not trained on.</source>
        <translation>在 %2 行未参与训练的数据上，损失比基础模型高 %1 %。</translation>
    </message>
</context>
</TS>
