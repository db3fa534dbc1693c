// A text as a QR code (ISO/IEC 18004), so that a room full of people can photograph an address from the wall.
#pragma once

#include <string>
#include <string_view>

namespace wsis {

/// The code's squares, a line a row, '#' dark and '.' light, with the quiet zone of four that readers need round it; ""
/// where the text is too long for a code (more than about 2,300 bytes). Error correction is at least "medium": 15 % may
/// be unreadable.
std::string qrCode(std::string_view text);

}  // namespace wsis
