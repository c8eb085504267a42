"""The network: an encoder of the BERT family and one linear map from each piece to all answers."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn
from transformers import BertConfig, BertModel, PreTrainedModel

from copydesk.reader.encoding import FORMS
from copydesk.reader.labels import COLUMNS


class ReaderModel(PreTrainedModel):
    """Answers for every piece of a window.

    ``input_ids``, ``attention_mask`` and ``token_type_ids`` (form numbers) are (batch, pieces) integers; the answer is (batch,
    pieces, columns) of logits in the order of `copydesk.reader.labels.COLUMNS`. Those that speak of a sentence hold where its
    mark stands.
    """

    config_class = BertConfig
    base_model_prefix = "encoder"
    _supports_sdpa = True

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config)
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.answers = nn.Linear(config.hidden_size, COLUMNS.width)
        PreTrainedModel.post_init(self)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Logits of every piece."""
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        answers: Tensor = self.answers(hidden)
        return answers


def started(folder: Path) -> ReaderModel:
    """A model on the encoder in ``folder``: its words are kept, form numbers begin as its first segment type."""
    base = BertModel.from_pretrained(str(folder), add_pooling_layer=False)
    config = base.config
    config.type_vocab_size = FORMS
    config._attn_implementation = "eager"
    # a random mask over positions costs more than all else on CPUs; words are masked instead
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    model = ReaderModel(config)
    state = base.state_dict()
    kind = "embeddings.token_type_embeddings.weight"
    state[kind] = state[kind][:1].repeat(FORMS, 1)
    model.encoder.load_state_dict(state)
    return model
