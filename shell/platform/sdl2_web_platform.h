// SDL2 in the browser, with its defaults cured so that the page around the canvas goes on working.
#pragma once

#include <memory>

#include "shell/platform/platform.h"

namespace wsis {

std::unique_ptr<Platform> makeSdl2WebPlatform();

}  // namespace wsis
