"""The keywords of the language, each in English and in Chinese: both write the same standard.

Some are two words in English and one in Chinese. The grammar holds the same table; a test compares them.
"""

from __future__ import annotations

IN_CHINESE = {
    # the head of a file
    "standard": "标准", "library": "规则库", "title": "标题", "extends": "扩展", "in force": "施行",
    "transition": "过渡期", "from": "自",
    "until": "至", "covers": "适用", "declared unit": "声明单位", "boundary": "系统边界", "cradle to": "从摇篮到",
    "gate": "大门", "grave": "坟墓",
    # what a file declares
    "document": "文件", "edition": "版本", "codes": "代码表", "parameter": "参数", "provisional": "暂定",
    "open": "待定", "set parameter": "设定参数", "define": "定义", "section": "章", "text": "正文", "data": "数据",
    "list of": "若干", "unit": "单位", "required": "必填",
    # rules
    "rule": "规则", "cite": "引用", "for each": "对每个", "for": "对", "in": "属于", "where": "其中",
    "against": "对照", "when": "当", "let": "设", "shall": "应", "should": "宜", "may": "可", "attested": "评审确认",
    "attested by": "评审确认方为", "using": "采用", "otherwise": "否则", "note": "注",
    # what a file changes in a rule that it takes in
    "tighten": "加严", "replace": "代替", "waive": "免除", "because": "理由",
    # allocation
    "allocate": "分配", "on each": "针对每个", "share": "分摊", "everything else": "其余全部",
    "among": "分给", "by": "按", "credit": "扣减", "at": "以", "subdivide": "细分", "into": "归入",
    "alternative": "备选", "tolerance": "允差", "points": "个百分点",
    # examples
    "example": "示例", "with": "附", "predecessor": "前一版本", "submission": "提交文件",
    "set": "将", "to": "改为", "without": "去掉",
    "conforms": "符合", "fails": "不符合", "undetermined": "无法判定",
    # registers of clauses
    "clauses": "条款", "in part": "节选", "not applicable": "不适用",
    # expressions
    "true": "真", "false": "假", "none": "无", "if": "如果", "then": "则", "else": "不然", "every": "每个",
    "some": "存在", "no": "没有", "exactly one": "恰有一个", "satisfies": "满足", "those": "那些", "or": "或",
    "and": "且", "not": "非", "not in": "不属于", "is": "为", "is not": "不为", "is exactly": "恰为",
    "is given": "已给出", "is missing": "未给出", "equals": "等于", "within": "相差不超过", "of": "相对于",
    "contains": "包含", "starts with": "开头为", "ends with": "结尾为", "lies in": "位于", "absent as": "缺省为",
}  # fmt: skip
IN_ENGLISH = {chinese: english for english, chinese in IN_CHINESE.items()}


def english(keyword: str) -> str:
    """A keyword as English writes it, with one blank between two words; any other text as it is.

    >>> english("应"), english("shall"), english("exactly   one")
    ('shall', 'shall', 'exactly one')
    """
    keyword = " ".join(keyword.split())
    return IN_ENGLISH.get(keyword, keyword)


_BY_FIRST_WORD = {keyword.split()[0]: keyword for keyword in IN_CHINESE if " " in keyword}


def terminal(word: str) -> str:
    """What the grammar calls the keyword that a word is, or begins.

    >>> terminal("应"), terminal("declared"), terminal("shall")
    ('SHALL', 'DECLARED_UNIT', 'SHALL')
    """
    keyword = english(word)
    if keyword not in IN_CHINESE:
        keyword = _BY_FIRST_WORD.get(keyword, keyword)
    return keyword.upper().replace(" ", "_")


def in_language(keyword: str, language: str) -> str:
    """A keyword as a language (`en` or `zh`) writes it.

    >>> in_language("shall", "zh"), in_language("恰为", "en")
    ('应', 'is exactly')
    """
    base = english(keyword)
    return IN_CHINESE.get(base, base) if language == "zh" else base
