"""The parser and the encoder, behind two small protocols; heavy libraries are imported on use."""
