<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>FetchWords</name>
    <message>
        <source>this folder cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
        <source>Open a file of prompts, or drop it here: JSON lines with &quot;prompt&quot; or &quot;messages&quot;, a table, or a text with a prompt a line. Both sides answer each of them, and the answers are saved as JSON lines or a table.</source>
        <translation>打开提示文件，或将其拖到此处：带“prompt”或“messages”的 JSON 行、表格，或每行一个提示的文本。两侧逐一回答，回答可存为 JSON 行或表格。</translation>
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
    <name>temper::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>1 tuned model</source>
        <translation>1 个微调后的模型</translation>
    </message>
    <message>
        <source>%1 tuned models</source>
        <translation>%1 个微调后的模型</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · trains in about %2 min on two cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the demo project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make without it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::ExampleGallery</name>
    <message>
        <source>Where %1 is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF files (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples to learn from</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the other %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where models are put</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept, and the next time goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any server that speaks as Hugging Face does, such as a mirror or one of your own. Nothing goes over a network before you name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished">模型</translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished">形式</translation>
    </message>
    <message>
        <source>Form of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owner wants people to sign in and agree to terms first; the server may refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::FetchProgress</name>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 / %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished">剩余 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">停止</translation>
    </message>
    <message>
        <source>What was fetched is kept, and the next time goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::FetchWords</name>
    <message>
        <source>is not the address of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address begins with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the name of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has the form owner/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full or cannot be written; the model needs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room and try again: what was fetched is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended before all of it was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived damaged: its hash is not the one the server names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was thrown away; try again, or use another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are still to be fetched, but only %2 are free here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server gives this only to people who have signed in or agreed to its terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it with the server&apos;s own program, and add the folder here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not have this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling: a name has the form owner/name, as on the server&apos;s own page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server asks to wait: too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answers with error %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later: what was fetched is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server cannot be reached or fell silent (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check address and network, then try again: what was fetched is kept.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the models on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was found in the folders of Hugging Face, ModelScope, LM Studio and Ollama. Add a folder or GGUF file of your own, or get one from a server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::GetModelView</name>
    <message>
        <source>Get a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models stay where they are: the project only remembers their places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the models</source>
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
        <translation type="unfinished">模型</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sharing %2 of keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished">%1 个词元</translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared with the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separate from the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: choose one with the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,000 characters are about %1 tokens of English, %2 of Chinese: what a row costs in memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the places where it was seen exists any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model lies where it was: runs that started from it cannot go on with this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen last at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the model stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What text costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::ModelPage</name>
    <message>
        <source>Model</source>
        <translation type="unfinished">模型</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF files (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where %1 lies now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add GGUF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is what is fine-tuned: a Hugging Face folder or a GGUF file. Drop one here, add it by the buttons at the left, or get one: from what other programs keep on this machine, or from a server you name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::ModelWords</name>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens of context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since it was added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::NewProjectPanel</name>
    <message>
        <source>My project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF files (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*.jsonl *.json *.csv *.tsv *.parquet *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the project&apos;s folder is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create project</source>
        <translation type="unfinished">创建项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished">新建项目</translation>
    </message>
    <message>
        <source>A name is enough to begin; data and model can also come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished">模型</translation>
    </message>
    <message>
        <source>Found on this machine, or a folder or GGUF file of your own; more can be got on the page Model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF file…</source>
        <translation type="unfinished">GGUF 文件…</translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of rows; drop one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, JSONL, CSV, Parquet or text. It is copied into the project, the file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project&apos;s folder cannot be written, so that it is only shown: copy it to a place of your own to change it.</source>
        <translation type="unfinished"></translation>
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
    <name>temper::ProposalCard</name>
    <message>
        <source>Rows held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished">批量</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished">学习率</translation>
    </message>
    <message>
        <source>Proposed settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data, and settings are proposed from the number of its rows and their lengths, each with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows, LoRA on all matrices, %2 steps. Everything can be changed on the page Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows cannot be used; the page Data lists them with their reasons.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>temper::StepStrip</name>
    <message>
        <source>Add data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished">选择模型</translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished">对比</translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">导出</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished">完成</translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
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
    <name>temper::TokenCost</name>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens a character</source>
        <translation type="unfinished"></translation>
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
    <name>temper::TurnView</name>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
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
