<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>temper::AnswerCard</name>
    <message>
        <source>Regenerate this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::AnswerWords</name>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished">第 %1 步</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished">%1 词元/秒</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer was not kept: the window closed before it was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off after %1 new tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model ended its answer at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
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
    <name>temper::Dialogue</name>
    <message>
        <source>Waiting for the engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::EnginePhase</name>
    <message>
        <source>Waiting for the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished">正在加载模型</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation type="unfinished"></translation>
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
    <name>temper::ForeignText</name>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text leads to this address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text names a place that is no web address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::KeyCard</name>
    <message>
        <source>Show fewer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 1 more setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 more settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::KeyEditor</name>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::KeyRow</name>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::KeyWords</name>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the explanations in the form: en or zh.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished">正在训练</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::LinesEditor</name>
    <message>
        <source>one a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::MainWindow</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation>文件夹名称：</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>my-project</source>
        <translation>my-project</translation>
    </message>
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
    <name>temper::OtherEntriesCard</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept when it is saved, without effect on the run</source>
        <translation type="unfinished"></translation>
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
    <name>temper::RecipeForm</name>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed because %1</source>
        <translation type="unfinished"></translation>
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
        <translation>对数横轴</translation>
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
        <translation>比较</translation>
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
    <message>
        <source>Compare base and tuned</source>
        <translation>比较基础与微调</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Train again with its recipe</source>
        <translation>用它的配方再次训练</translation>
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
        <source>A project is a folder that holds your data, labels, runs and results. Make a new one, or open a folder that temper-engine has written.</source>
        <translation>项目是一个文件夹，存放您的数据、标注、运行和结果。请新建一个项目，或打开由 temper-engine 写出的文件夹。</translation>
    </message>
</context>
<context>
    <name>temper::SwitchEditor</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::TokenPopup</name>
    <message>
        <source>Token %1 · probability %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::TurnView</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished">提示词</translation>
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
