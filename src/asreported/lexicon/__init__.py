"""Knowledge of the language and of the press, as tables; `load` reads them."""
