"""Draws real events by year of publication, conflict and cooperation: chart.py URL > chart.svg"""

import html
import json
import sys
import urllib.request

QUERY = """{ eventStats(by: [{dimension: PUBLISHED, interval: YEAR, first: 20, rest: false}, {dimension: QUAD}]) {
  buckets { keys { value } events } } }"""
COLORS = {
    "VERBAL_COOPERATION": "#8cb8e0",
    "MATERIAL_COOPERATION": "#2a6fab",
    "VERBAL_CONFLICT": "#f0b48a",
    "MATERIAL_CONFLICT": "#c2481f",
}
WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 760, 300, 40, 30, 40

request = urllib.request.Request(
    sys.argv[1].rstrip("/") + "/graphql",
    json.dumps({"query": QUERY}).encode(),
    {"Content-Type": "application/json"},
)
answer = json.load(urllib.request.urlopen(request))
if "errors" in answer:
    raise SystemExit(answer["errors"][0]["message"])

years = {}
for bucket in answer["data"]["eventStats"]["buckets"]:
    year, quad = (key["value"] for key in bucket["keys"])
    if year:
        years.setdefault(year, {})[quad] = bucket["events"]

most = max([sum(counts.values()) for counts in years.values()] + [1])
unit = (HEIGHT - BOTTOM - TOP) / most
step = (WIDTH - LEFT) / max(len(years), 1)
out = [
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
    f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
]
for i, (quad, color) in enumerate(COLORS.items()):
    x = LEFT + i * 175
    out.append(f'<rect x="{x}" y="10" width="12" height="12" fill="{color}"/><text x="{x + 18}" y="20">{quad.lower().replace("_", " ")}</text>')
for i, (year, counts) in enumerate(years.items()):
    x, y = LEFT + i * step, float(HEIGHT - BOTTOM)
    for quad, color in COLORS.items():
        n = counts.get(quad, 0)
        y -= n * unit
        if n:
            out.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{step * 0.7:.1f}" height="{n * unit:.1f}" fill="{color}"><title>{year}: {n} {quad}</title></rect>')
    middle = x + step * 0.35
    out.append(f'<text x="{middle:.1f}" y="{y - 4:.1f}" text-anchor="middle">{sum(counts.values())}</text>')
    out.append(f'<text x="{middle:.1f}" y="{HEIGHT - 10}" text-anchor="middle">{html.escape(year)}</text>')
out.append("</svg>")
print("\n".join(out))
