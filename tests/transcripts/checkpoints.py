"""Whispers that have learnt nothing: small checkpoints in openai-whisper's format."""

from pathlib import Path


def random_checkpoint(path: Path, n_mels: int = 80, n_vocab: int = 51865, *, half: bool = True) -> Path:
    """One that is 64 numbers wide and hears something else in each sound; as with "turbo", both halves have their
    own number of layers."""
    import torch
    from whisper.model import ModelDimensions, Whisper

    torch.manual_seed(0)
    dims = ModelDimensions(n_mels, 1500, 64, 2, 1, n_vocab, 64, 64, 2, 2)
    model = Whisper(dims)
    torch.nn.init.normal_(model.decoder.positional_embedding)  # whisper leaves it as memory was found
    torch.nn.init.normal_(model.decoder.token_embedding.weight, std=0.02)  # or it says one word for ever
    for block in model.decoder.blocks:
        torch.nn.init.normal_(block.cross_attn.out.weight)
    state = {name: tensor.half() if half else tensor for name, tensor in model.state_dict().items()}
    torch.save({"dims": vars(dims), "model_state_dict": state}, path)
    return path
