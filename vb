{"source":{"list":"b","id":"1"},"given_name":"Ada","family_name":"Quill","birth_date":"1950-02-03","nhs_number":"0932962912","postcode":"RM8 1AA"}
