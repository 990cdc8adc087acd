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
        <source>Get it with the server&apos;s own program, and add the folder here.</source>
        <translation>请用该服务器自己的程序获取，再把文件夹添加到这里。</translation>
    </message>
    <message>
        <source>the server does not have this.</source>
        <translation>服务器上没有它。</translation>
    </message>
    <message>
        <source>Check the spelling: a name has the form owner/name, as on the server&apos;s own page.</source>
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
        <source>Add a model&apos;s folder</source>
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
        <source>Choose a model&apos;s folder</source>
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
        <source>Where the project&apos;s folder is made</source>
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
        <source>This project&apos;s folder cannot be written, so that it is only shown: copy it to a place of your own to change it.</source>
        <translation>此项目的文件夹不可写，因此只能查看：要修改，请把它复制到您自己的位置。</translation>
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
</TS>
