# Fields of the perfect records that ours do not have, by list and field.
def one: if type == "array" then .[0] else . end;
def id: .source.id // ("spl-" + ("000000" + (.source.line - 1 | tostring))[-7:]);
def flagged($field): [.flags[]? | select(.field == $field) | .value][0];
def plain: ascii_downcase | explode | map(if . > 127 then 95 else . end) | implode;	# jq knows no case of other letters
def same($a; $b): ($a | plain) == ($b | plain);
(reduce inputs as $got ({}; .[$got | id] = $got)) as $got
| [$want[] | . as $record | ($got[.id] // {}) as $ours
   | ["given_name", "family_name", "birth_date", "phone", "email", "address", "postcode", "nhs_number"][]
   | . as $field | select($record[$field])
   | {list: $record.source.list, $field, want: ($record[$field] | one),
      got: (($ours[$field] | one) // ($ours | flagged($field)) // "")}
   | select(same(.want; .got) | not)
   | .how = (if (.got | contains("?")) then "letters lost before"
             elif .list == "crm" and .field == "nhs_number" then "no such column"
             elif (.want | contains("ß")) then "ß in capitals"
             else .want + " / " + .got end)]
| group_by([.list, .field, .how])[] | "\(length) \(.[0].list) \(.[0].field): \(.[0].how)"
