<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
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
        <source>%1 rows are longer than the longest row and will be cut</source>
        <translation>%1 行超过最大长度，将被截断</translation>
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
    <name>temper::LinesEditor</name>
    <message>
        <source>one a line</source>
        <translation>每行一条</translation>
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
    <name>temper::ProbeCard</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
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
        <source>Answer at step</source>
        <translation>回答所在的步</translation>
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
        <source>Choose one of the project&apos;s sets or a file.</source>
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
        <source>Relative paths begin at dataset_dir, at the recipe&apos;s folder or at the current folder.</source>
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
    <name>temper::RunCharts</name>
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
        <source>Runs of this project</source>
        <translation>此项目的运行</translation>
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
        <source>A run is one fine-tuning: its recipe, its losses, its checkpoints. Start one on the command line and it appears here at once, live.</source>
        <translation>一次运行就是一次微调：它的配方、损失和检查点。在命令行启动一次运行，它会立即出现在这里并实时更新。</translation>
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
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
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
</context>
</TS>
