// HarfBuzz's smallest configuration (HB_TINY) leaves out opening files, which one of its own functions still names:
// linkers that do not drop unused functions then fail.
#undef HB_NO_OPEN
