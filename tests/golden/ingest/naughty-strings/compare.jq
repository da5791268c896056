# Which strings are not in their record as they were, and where.
def texts: [.. | strings];
[inputs] as $got | "\($got | length) records of \($want[0] | length)",
($got[] | ($want[0][.source.id | tonumber]) as $string
 | select(($string | gsub("^[ \\t-\\r\u00a0]+|[ \\t-\\r\u00a0]+$"; "")) as $bare
     | $bare != "" and ([.notes, .address[]?, (.flags[]? | .value)] | any(. == $bare or . == $string) | not))
 | "\(.source.id) \($string | tojson): \(del(.source, .kind) | tojson)")
