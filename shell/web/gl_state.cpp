// GL's state as it is known here. ImGui's backend asks for it before each frame, to put it back afterwards; each
// question would wait for the graphics process (a third of a frame on a slow phone). Nobody else draws in this context,
// and all that a frame needs is set by the frame itself: so the answers are the values of a new context (OpenGL ES 3.0,
// tables 6.x), which are always valid to set.
#include <GLES3/gl3.h>

extern "C" {

void emscripten_glGetIntegerv(GLenum name, GLint* value);  // what this file stands in for

GL_APICALL void GL_APIENTRY glGetIntegerv(GLenum name, GLint* value) {
  switch (name) {
    case GL_MAJOR_VERSION:
      *value = 3;
      return;
    case GL_MAX_TEXTURE_SIZE:  // asked once; the device's own
      emscripten_glGetIntegerv(name, value);
      return;
    case GL_ACTIVE_TEXTURE:
      *value = GL_TEXTURE0;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *value = GL_FUNC_ADD;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *value = GL_ONE;
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      value[0] = value[1] = value[2] = value[3] = 0;
      return;
    default:
      *value = 0;  // no object is bound
  }
}

GL_APICALL GLboolean GL_APIENTRY glIsEnabled(GLenum) { return GL_FALSE; }

}  // extern "C"
