/** Version of the rules: it goes up whenever a rule comes, goes or asks for something else, so that links can tell. */
export const RULE_SET = 1;
