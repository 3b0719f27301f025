"""The vocabulary of page chrome on government sites, white space and full width folded away."""

from __future__ import annotations

from collections.abc import Iterable


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def alternate(words: Iterable[str]) -> str:
    """A pattern of all the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


#: Fields of the catalogue block (信息公开目录) above a published document.
CATALOGUE_LABELS = _words(
    "索引号 信息索引号 索取号 发文字号 文号 文件字号 文件编号 备注/文号 备注 统一编号 登记号",
    "主题分类 体裁分类 组配分类 信息分类 信息类别 分类 类别 文件类型 文件类别 公文种类 信息类型",
    "发布机构 发文机构 发文机关 发文单位 发布单位 发布机关 公开单位 公开机构 责任部门 责任科室",
    "责任单位 公开责任部门 公开主体 制发机关 形成单位 有效性 是否有效 效力状态 公文时效 时效性",
    "时效状态 有效期 信息有效期 信息有效性 成文日期 成文时间 发文日期 发文时间 公文生成日期",
    "生成日期 生成时间 内容概述 内容摘要 信息概述 名称 标题 信息名称 文件名称 公文名称 文件标题",
    "信息标题 主题词 主题 关键词 关键字 公开方式 公开目录 公开形式 公开时限 公开范围 公开类别",
    "公开类型 公开属性 公开日期 公开时间 公开期限 服务对象分类 服务对象 生命周期分类 信息格式",
    "信息格式/语种 语种 体裁 载体类型 失效时间 失效日期 废止日期 废止时间 实施日期 施行日期",
    "生效日期 归档时间 签发人 网页标题 网站名称 所属栏目 栏目名称 来文单位",
)
#: Fields of the date and source line under a page title.
PAGE_LABELS = _words(
    "日期 时间 发布时间 发布日期 发表时间 发表日期 更新时间 更新日期 录入时间 添加时间 创建时间",
    "来源 信息来源 文章来源 稿件来源 来源单位 内容来源 资料来源 稿源 供稿 供稿单位 供稿人 作者",
    "撰稿 撰稿人 通讯员 记者 编辑 责任编辑 责编 编审 审核 审核人 初审 复审 终审 一审 二审 三审",
    "校对 发布者 发布人 信息员 录入 浏览量 浏览次数 浏览 阅读 阅读量 阅读次数 阅读数 点击率",
    "点击数 点击量 点击 点击次数 访问量 访问次数 查看次数 人气 字体 字号 字体大小 字体颜色",
    "文字大小 视力保护色 背景色 分享 分享到 一键分享",
    "發布時間 發佈時間 發布日期 信息來源 來源 文章來源 瀏覽次數 字體 作者 點擊數 更新時間 日期",
)
#: Buttons and other tokens; a line of nothing else is a widget.
WIDGET_TOKENS = _words(
    "打印 打印本页 打印此页 打印文章 打印本文 我要打印 关闭 关闭窗口 关闭本页 关闭页面 分享 分享到",
    "分享按钮 一键分享 收藏 加入收藏 收藏本页 添加收藏 设为首页 无障碍 无障碍版 无障碍浏览",
    "无障碍阅读 适老化 适老版 长者助手 长者模式 长者版 老年模式 关怀版 关怀模式 大字版 登录 注册",
    "退出 个人中心 繁体 简体 繁体版 简体版 繁體 繁 简 English EN 朗读 语音朗读 语音播报 听新闻",
    "进入播报模式 退出播报模式 播报 大 中 小 特大 超大 默认 字体 字号 字体大小 A+ A- A+A- 返回",
    "返回顶部 返回首页 返回列表 回到顶部 TOP top 上一页 下一页 搜索 站内搜索 高级搜索 检索 首页",
    "微信 微博 新浪微博 腾讯微博 QQ QQ空间 QQ好友 人人网 朋友圈 微信公众号 手机版 移动版 客户端",
    "APP下载 下载APP 客户端下载 智能问答 智能机器人 政务微信 政务微博 点赞 纠错 我要纠错 我要留言",
    "网页纠错 政府网站找错 二维码 扫一扫 更多 更多>> 下载 全文下载 附件下载 正文 加载中 RSS IPv6",
)
#: Entries of site menus; a line of three or more tokens, most of them known, is a menu.
MENU_TOKENS = _words(
    "政务公开 政府信息公开 信息公开 政务服务 办事服务 网上办事 在线办事 互动交流 公众参与 政民互动",
    "政务动态 政务要闻 新闻中心 新闻动态 要闻动态 专题专栏 专栏 数据开放 数据发布 政务数据",
    "解读回应 政策解读 政策文件 通知公告 公示公告 领导之窗 领导信息 机构设置 机构职能 部门动态",
    "乡镇动态 县情概况 走进我们 魅力 营商环境 投资指南 旅游 便民服务 网站地图 联系我们 关于我们",
    "关于本站 网站声明 使用帮助 隐私声明 网站导航 友情链接 法律声明 站点地图 市情 县情 区情 镇情",
    "依申请公开 公开指南 公开制度 公开年报 法定主动公开内容 政府公报 热点回应 智能搜索 网站首页",
)
#: Fields of a site footer.
FOOTER_LABELS = _words(
    "主办 主办单位 承办 承办单位 协办 协办单位 主管 主管单位 运维 运维单位 维护 维护单位 开发维护",
    "建设单位 管理单位 技术支持 技术维护 网站标识码 网站标识符 政府网站标识码 标识码 版权所有",
    "网站维护 网站管理 备案号 备案编号 ICP备案 ICP备案号 邮政编码 邮编 举报电话 举报邮箱",
    "不良信息举报电话 网站电话 网站联系电话 联系邮箱 建议使用 推荐使用 访问统计 您是第 总访问量",
)
#: Labels of links to other pages; the link may follow without a colon.
LINK_LABELS = _words(
    "上一篇 下一篇 上一条 下一条 上篇 下篇 友情链接 相关链接 相关阅读 相关新闻 相关文章 相关信息",
    "相关稿件 相关推荐 相关内容 相关解读 延伸阅读 热门推荐 推荐阅读 快速链接 快捷链接 网站群",
)
#: Words that only the keeper of a site says, and words that go with them in a disclaimer.
SITE_WORDS = _words(
    "转载 免责 凡注明 登载 刊载 商业目的 商业用途 小编 网友投稿 来源于网络 源自网络 注明来源",
    "注明出处 网络转载 版权均属 版权归 镜像",
)
NOTICE_WORDS = _words(
    "版权 侵权 著作权 知识产权 刊登 稿件 网友 仅供参考 不代表 真实性 观点 法律责任 联系我们",
    "及时联系 删除 授权 本文 作者本人 投稿 完整性",
)
