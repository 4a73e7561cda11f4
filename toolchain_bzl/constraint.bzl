"""What a platform may say, as one setting with its values."""

def constraint(name, default, values):
    """One constraint_setting() with its constraint_value()s.

    Args:
      name: of the setting.
      default: the value of a platform that names none.
      values: the others.
    """
    native.constraint_setting(name = name, default_constraint_value = ":" + default)
    for value in [default] + values:
        native.constraint_value(name = value, constraint_setting = ":" + name)
