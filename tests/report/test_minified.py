"""The script and the style of the page, made short: what is written in them means the same."""

from importlib.resources import files

import pytest

from asreported.report.page.minified import minify_script, minify_style


@pytest.mark.parametrize(
    ("source", "short"),
    [
        pytest.param("let  a = 1 ;\n\n// why\nf( a );", "let a=1;f(a);", id="blanks and comments"),
        pytest.param("a = \"x ; // y\" + ' } ';", "a=\"x ; // y\"+' } ';", id="strings"),
        pytest.param(r'a = "\" ; " + b;', r'a="\" ; "+b;', id="a mark within a string"),
        pytest.param(
            "`a ${ f( `b ; ${ c } ` ) } ; d`", "`a ${f(`b ; ${c} `)} ; d`", id="templates"
        ),
        pytest.param("`a $ { b }`", "`a $ { b }`", id="a dollar that opens nothing"),
        pytest.param("`${ { a : 1 } }`", "`${{a:1}}`", id="an object in a template"),
        pytest.param("a = b / c / d;", "a=b/c/d;", id="divisions"),
        pytest.param("a = ( b ) / c / d ;", "a=(b)/c/d;", id="a division behind a bracket"),
        pytest.param("f( / ; [/] \\/ /g , b )", "f(/ ; [/] \\/ /g,b)", id="a pattern"),
        pytest.param(
            "if ( a ) / b /.test( c )", "if(a)/ b /.test(c)", id="a pattern behind a head"
        ),
        pytest.param("return / a b /;", "return/ a b /;", id="a pattern behind a word"),
        pytest.param("a = / b / in c", "a=/ b / in c", id="a word behind a pattern"),
        pytest.param("a / /b/", "a/ /b/", id="a pattern behind a division"),
        pytest.param("a + ++b - - c -- > d", "a+ ++b- -c-- >d", id="signs that would merge"),
        pytest.param("a < ! --b", "a< !--b", id="what HTML would take for a comment"),
        pytest.param("1 .x + 1.5", "1 .x+1.5", id="a member of a number"),
        pytest.param("a\nb\n++c\n(d)", "a\nb\n++c\n(d)", id="lines that end statements"),
        pytest.param("a =\n b +\n c\n ? d\n : e ;", "a=b+c?d:e;", id="lines that end none"),
        pytest.param("return\n(a)", "return\n(a)", id="a word that ends with its line"),
        pytest.param("{ f(); }", "{f()}", id="a semicolon before a brace"),
        pytest.param("{ while (a) ; }", "{while(a);}", id="an empty statement"),
        pytest.param("{ if (a) b; else ; }", "{if(a)b;else;}", id="an empty one behind a word"),
        pytest.param("a = '; }' ;", "a='; }';", id="a semicolon before a brace in a string"),
        pytest.param("a = 'é 😀'", "a='\\u00e9 \\ud83d\\ude00'", id="letters that are not ASCII"),
        pytest.param(" // nothing\n", "", id="nothing"),
        pytest.param(
            "const ink = pen.ink; draw(ink, { ink: 1 }, `ink ${ ink }`);",
            "const a=pen.ink;draw(a,{ink:1},`ink ${a}`);",
            id="a name, not the fields called like it",
        ),
        pytest.param(
            "const ink = 1; pens.push({ ink }, ink);",
            "const ink=1;pens.push({ink},ink);",
            id="a name that is a field by its place",
        ),
        pytest.param(
            "function draw(ink, ...pens) { return ink ? [...pens, ink] : draw; }",
            "function a(b,...pens){return b?[...pens,b]:a}",
            id="what a function takes",
        ),
        pytest.param(
            "let ink = 1, pen = (a) => { let b = 2; return ink; }, top = pen;",
            "let c=1,d=(a)=>{let b=2;return c},e=d;",
            id="several names, and none that is taken",
        ),
        pytest.param(
            "const a = 1; const b = { c: 2 }; f(); const d = 3; let e;",
            "const a=1,b={c:2};f();const d=3;let e;",
            id="declarations on end",
        ),
        pytest.param(
            "for (const a of b) f(); const c = 1;", "for(const a of b)f();const c=1;", id="a loop"
        ),
        pytest.param("if (a) return; const b = 1;", "if(a)return;const b=1;", id="a head between"),
    ],
)
def test_script(source: str, short: str) -> None:
    assert minify_script(source) == short
    assert minify_script(short) == short


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("a = 'b\nc'", id="a string without an end"),
        pytest.param("`a ${b`", id="a template without an end"),
        pytest.param("f(a", id="a bracket without an end"),
        pytest.param("f(a))", id="a bracket without a beginning"),
        pytest.param("{ } / a / b", id="a sign that may be two things"),
    ],
)
def test_a_script_that_cannot_be_told_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"has no end|closes nothing|may divide"):
        minify_script(source)


@pytest.mark.parametrize(
    ("source", "short"),
    [
        pytest.param("a , b > c { d: e ; }", "a,b>c{d:e}", id="blanks"),
        pytest.param("a  b .c{d:e f}", "a b .c{d:e f}", id="blanks that part"),
        pytest.param("a { b: c !important; }", "a{b:c!important}", id="what is important"),
        pytest.param("a { b: '; }' ; }", "a{b:'; }'}", id="a semicolon in a string"),
        pytest.param("/* a */ a{/*b*/c: d}", "a{c:d}", id="comments"),
        pytest.param('a{b: "c ; d: /* e */ --ink"}', 'a{b:"c ; d: /* e */ --ink"}', id="a string"),
        pytest.param(
            ":root{--soft:1;--ink:2}a{b:var(--ink)}",
            ":root{--b:1;--a:2}a{b:var(--a)}",
            id="variables",
        ),
        pytest.param("a{b:'–'}", "a{b:'\\2013 '}", id="letters that are not ASCII"),
    ],
)
def test_style(source: str, short: str) -> None:
    assert minify_style(source) == short


def test_what_the_page_carries_is_made_short_once() -> None:
    static = files("asreported.report.page").joinpath("static")
    script = minify_script(static.joinpath("page.js").read_text("utf-8"))
    assert minify_script(script) == script
    assert script.isascii()
    assert minify_style(static.joinpath("page.css").read_text("utf-8")).isascii()
