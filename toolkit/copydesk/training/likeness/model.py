"""The likeness network in torch: letters → vectors, pairs of vectors → log-odds that one part is a garble of the other.

An encoder of convolutions over letters with several attentive summaries gives every part a vector of unit length, so that parts
that may stand for each other lie near (Chopra et al. 2005; van den Oord et al. 2018 for the loss). A head of one hidden layer
reads two vectors and the plain measures of `copydesk.names.spelling`. `copydesk.names.likeness` runs the same weights on numpy.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from transformers import PretrainedConfig, PreTrainedModel

from copydesk.names.spelling import LETTERS, LONGEST, MEASURES


class LikenessConfig(PretrainedConfig):
    """Sizes of the network: letters, widths and layers."""

    model_type = "copydesk-name-likeness"

    def __init__(
        self,
        letter_size: int = 32,
        width: int = 96,
        layers: int = 3,
        heads: int = 6,
        size: int = 64,
        hidden: int = 48,
        **rest: Any,
    ) -> None:
        self.letter_size, self.width, self.layers = letter_size, width, layers
        self.heads, self.size, self.hidden = heads, size, hidden
        super().__init__(**rest)


class LikenessModel(PreTrainedModel):
    """Encoder and pair head."""

    config_class = LikenessConfig

    def __init__(self, config: LikenessConfig) -> None:
        super().__init__(config)
        places = LONGEST + 2
        self.letters = nn.Embedding(LETTERS, config.letter_size, padding_idx=0)
        self.widen = nn.Linear(config.letter_size, config.width)
        self.convolutions = nn.ModuleList(nn.Conv1d(config.width, config.width, 3, padding=1) for _ in range(config.layers))
        self.attend = nn.Linear(config.width, config.heads)
        self.from_start = nn.Parameter(torch.zeros(places, config.heads))
        self.from_end = nn.Parameter(torch.zeros(places, config.heads))
        self.project = nn.Linear(config.heads * config.width, config.size)
        self.first = nn.Linear(2 * config.size + MEASURES, config.hidden)
        self.second = nn.Linear(config.hidden, 1)
        self.sharpness = nn.Parameter(torch.tensor(2.7))
        self.post_init()  # type: ignore[no-untyped-call]

    def _init_weights(self, module: nn.Module) -> None:
        """The defaults of torch are kept."""

    def encode(self, numbers: Tensor) -> Tensor:
        """Letter numbers (parts × letters) to unit vectors (parts × size)."""
        there = numbers > 0
        mask = there.unsqueeze(-1).to(self.letters.weight.dtype)
        state = self.widen(self.letters(numbers)) * mask
        for convolution in self.convolutions:
            state = (state + torch.relu(convolution(state.transpose(1, 2)).transpose(1, 2))) * mask
        place = torch.arange(numbers.shape[1], device=numbers.device)
        behind = (there.sum(1, keepdim=True) - 1 - place).clamp(min=0)
        weight = self.attend(state) + self.from_start[place] + self.from_end[behind]
        weight = weight.masked_fill(~there.unsqueeze(-1), float("-inf")).softmax(dim=1)
        pooled = torch.einsum("plh,plw->phw", weight, state).flatten(1)
        vectors: Tensor = nn.functional.normalize(self.project(pooled), dim=-1)
        return vectors

    def log_odds(self, left: Tensor, right: Tensor, measured: Tensor) -> Tensor:
        """Log-odds of pairs from their vectors and plain measures; the same for both directions."""
        joined = torch.cat([left * right, (left - right).abs(), measured], dim=-1)
        odds: Tensor = self.second(torch.relu(self.first(joined))).squeeze(-1)
        return odds
