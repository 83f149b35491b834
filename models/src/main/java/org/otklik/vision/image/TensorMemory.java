package org.otklik.vision.image;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;

/** Native memory of a model's tensors, by their names; grows to the largest asked for. */
public final class TensorMemory implements Workspace {

  private final Map<String, FloatPointer> pointers = new HashMap<>();
  private final Map<String, FloatBuffer> buffers = new HashMap<>();

  /** Memory for at least so many values, with what the last call left in it. */
  public FloatPointer pointer(String tensor, long values) {
    FloatPointer pointer = pointers.get(tensor);
    if (pointer == null || pointer.capacity() < values) {
      if (pointer != null) {
        pointer.close();
      }
      pointer = new FloatPointer(values);
      pointers.put(tensor, pointer);
      buffers.put(tensor, pointer.asBuffer());
    }
    return pointer;
  }

  /** The same memory as a buffer of exactly so many values. */
  public FloatBuffer buffer(String tensor, long values) {
    pointer(tensor, values);
    FloatBuffer whole = buffers.get(tensor).duplicate();
    return whole.position(0).limit(Math.toIntExact(values));
  }

  @Override
  public void close() {
    pointers.values().forEach(FloatPointer::close);
    pointers.clear();
    buffers.clear();
  }
}
