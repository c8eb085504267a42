"""How the likeness of name parts is learned: pairs of spellings, made-up garbles, the network, the training run."""
