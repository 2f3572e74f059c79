"""The sections of a module draft in Word: each part of the draft as blocks that can be taken over one by one."""
