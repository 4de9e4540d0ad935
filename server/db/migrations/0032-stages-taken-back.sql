-- A stage that was entered by mistake goes from the history of stages when that is taken back (K8 of docs/spec/accounts.md).
GRANT DELETE ON account_stages TO waymark_app;
