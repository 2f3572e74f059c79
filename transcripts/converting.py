"""A Whisper checkpoint in CTranslate2's format: the same weights, laid out as its engine wants them.

Nothing is asked of the internet, and nothing but openai-whisper and CTranslate2 is needed.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch
    from ctranslate2.specs.whisper_spec import WhisperSpec


def convert(model: Any, folder: Path, weights: str) -> None:
    """Write the ``whisper.model.Whisper`` on the processor to the empty ``folder``; ``weights`` is "float32" or
    "int8". ``model`` must not be used afterwards: its weights may have been rounded in place.

    Raises ``OSError``.
    """
    from ctranslate2.specs.whisper_spec import WhisperSpec

    dims = model.dims
    spec = WhisperSpec(dims.n_audio_layer, dims.n_audio_head, dims.n_text_layer, dims.n_text_head)
    _fill_encoder(spec.encoder, model.encoder)
    _fill_decoder(spec.decoder, model.decoder)
    spec.register_vocabulary(vocabulary(model))
    _configure(spec, model)
    spec.validate()
    spec.optimize(quantization="float16" if weights == "float32" and _is_half(model) else weights)
    spec.save(str(folder))


def vocabulary(model: Any) -> list[str]:
    """The tokens of ``model`` in order. CTranslate2 looks up the special ones by these names; of the others it only
    hands on the numbers, so their bytes need no encoding but one that keeps them apart."""
    from whisper.tokenizer import get_encoding

    name = "multilingual" if model.is_multilingual else "gpt2"
    encoding = get_encoding(name, model.num_languages)
    return [encoding.decode_single_token_bytes(n).decode("latin-1") for n in range(model.dims.n_vocab)]


def _is_half(model: Any) -> bool:
    """Whether two bytes for each weight lose nothing; so it is for all that OpenAI released."""
    return all(tensor.half().float().equal(tensor) for tensor in model.state_dict().values())


def _configure(spec: "WhisperSpec", model: Any) -> None:
    """What is not weights. The tokens to suppress are given with each request."""
    heads = model.alignment_heads.to_dense().nonzero().tolist()
    spec.config.alignment_heads = [(int(layer), int(head)) for layer, head in heads]
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = blank_tokens(model)
    spec.config.lang_ids = []


def blank_tokens(model: Any) -> list[int]:
    """The tokens that no text may begin with: the space, and the end (``whisper.decoding.SuppressBlank``)."""
    from whisper.tokenizer import get_tokenizer

    tokenizer = get_tokenizer(model.is_multilingual, num_languages=model.num_languages)
    return [*tokenizer.encode(" "), tokenizer.eot]


def _fill_encoder(spec: Any, encoder: Any) -> None:
    for name in ("conv1", "conv2"):
        _fill_linear(getattr(spec, name), getattr(encoder, name))
    spec.position_encodings.encodings = _array(encoder.positional_embedding)
    _fill_norm(spec.layer_norm, encoder.ln_post)
    for layer, block in zip(spec.layer, encoder.blocks, strict=True):
        _fill_block(layer, block)


def _fill_decoder(spec: Any, decoder: Any) -> None:
    spec.embeddings.weight = _array(decoder.token_embedding.weight)
    spec.projection.weight = spec.embeddings.weight
    spec.position_encodings.encodings = _array(decoder.positional_embedding)
    _fill_norm(spec.layer_norm, decoder.ln)
    for layer, block in zip(spec.layer, decoder.blocks, strict=True):
        _fill_block(layer, block)
        _fill_norm(layer.attention.layer_norm, block.cross_attn_ln)
        _fill_linear(layer.attention.linear[0], block.cross_attn.query)
        _fill_joined(layer.attention.linear[1], [block.cross_attn.key, block.cross_attn.value])
        _fill_linear(layer.attention.linear[2], block.cross_attn.out)


def _fill_block(layer: Any, block: Any) -> None:
    own = block.attn
    _fill_norm(layer.self_attention.layer_norm, block.attn_ln)
    _fill_joined(layer.self_attention.linear[0], [own.query, own.key, own.value])
    _fill_linear(layer.self_attention.linear[1], own.out)
    _fill_norm(layer.ffn.layer_norm, block.mlp_ln)
    _fill_linear(layer.ffn.linear_0, block.mlp[0])
    _fill_linear(layer.ffn.linear_1, block.mlp[2])


def _fill_norm(spec: Any, norm: Any) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _fill_linear(spec: Any, linear: Any) -> None:
    spec.weight, spec.bias = _array(linear.weight), _array(linear.bias)


def _fill_joined(spec: Any, linears: list[Any]) -> None:
    """Several layers as one; Whisper's keys have no bias."""
    import numpy as np

    spec.weight = np.concatenate([_array(linear.weight) for linear in linears])
    spec.bias = np.concatenate(
        [
            np.zeros(linear.weight.shape[0], np.float32) if linear.bias is None else _array(linear.bias)
            for linear in linears
        ]
    )


def _array(tensor: "torch.Tensor") -> Any:
    return tensor.detach().numpy()
