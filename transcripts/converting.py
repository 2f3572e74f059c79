"""A Whisper checkpoint in CTranslate2's format: the same weights, laid out as its engine wants them.

Nothing is asked of the internet, and nothing but openai-whisper and CTranslate2 is needed.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from transcripts.weights import Weights, is_multilingual, num_languages

if TYPE_CHECKING:
    from ctranslate2.specs.whisper_spec import WhisperSpec


def convert(weights: Weights, folder: Path, kind: str) -> None:
    """Write ``weights`` to the empty ``folder``; ``kind`` is "float32", which is written in half the room where that
    loses nothing, or "int8". Raises ``OSError``."""
    from ctranslate2.specs.whisper_spec import WhisperSpec

    dims = weights.dims
    spec = WhisperSpec(dims.n_audio_layer, dims.n_audio_head, dims.n_text_layer, dims.n_text_head)
    _fill_encoder(spec.encoder, weights.encoder)
    _fill_decoder(spec.decoder, weights.decoder)
    spec.register_vocabulary(vocabulary(dims.n_vocab))
    _configure(spec, weights)
    spec.validate()
    exact = "float16" if weights.are_half else "float32"
    spec.optimize(quantization=exact if kind == "float32" else "int8_float32")
    spec.save(str(folder))


def vocabulary(n_vocab: int) -> list[str]:
    """The tokens of a Whisper that has so many, in order. CTranslate2 looks up the special ones by these names; of
    the others it only hands on the numbers, so their bytes need no encoding but one that keeps them apart."""
    encoding = _tokenizer(n_vocab).encoding
    return [encoding.decode_single_token_bytes(n).decode("latin-1") for n in range(n_vocab)]


def _configure(spec: "WhisperSpec", weights: Weights) -> None:
    """What is not weights. No text may begin with a space, or with its end (``whisper.decoding.SuppressBlank``); the
    other tokens to suppress are given with each request."""
    tokenizer = _tokenizer(weights.dims.n_vocab)
    spec.config.alignment_heads = weights.alignment_heads
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [*tokenizer.encode(" "), tokenizer.eot]
    spec.config.lang_ids = []


def _tokenizer(n_vocab: int) -> Any:
    from whisper.tokenizer import get_tokenizer

    return get_tokenizer(is_multilingual(n_vocab), num_languages=num_languages(n_vocab))


def _fill_encoder(spec: Any, encoder: Any) -> None:
    for name in ("conv1", "conv2"):
        _fill_linear(getattr(spec, name), getattr(encoder, name))
    spec.position_encodings.encodings = encoder.positional_embedding
    _fill_norm(spec.layer_norm, encoder.ln_post)
    for layer, block in zip(spec.layer, encoder.blocks, strict=True):
        _fill_block(layer, block)


def _fill_decoder(spec: Any, decoder: Any) -> None:
    spec.embeddings.weight = decoder.token_embedding.weight
    spec.projection.weight = spec.embeddings.weight
    spec.position_encodings.encodings = decoder.positional_embedding
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
    spec.gamma, spec.beta = norm.weight, norm.bias


def _fill_linear(spec: Any, linear: Any) -> None:
    spec.weight, spec.bias = linear.weight, linear.bias


def _fill_joined(spec: Any, linears: list[Any]) -> None:
    """Several layers as one; Whisper's keys have no bias."""
    import torch

    biases = [one.weight.new_zeros(len(one.weight)) if one.bias is None else one.bias for one in linears]
    spec.weight = torch.cat([one.weight.data for one in linears])
    spec.bias = torch.cat([bias.data for bias in biases])
