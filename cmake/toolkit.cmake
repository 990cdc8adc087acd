# SPDX-License-Identifier: Apache-2.0
# LibTorch and Arrow as imported targets. Both come out of wheels that serve as carriers of native libraries; the
# CUDA parts of LibTorch are not linked: the engine opens them at run time where there are any.
set(temper_site ${TEMPER_TOOLKIT}/site)
if(TEMPER_LIBTORCH)
    set(temper_torch ${TEMPER_LIBTORCH})
else()
    set(temper_torch ${temper_site}/torch)
endif()
if(NOT EXISTS ${temper_torch}/lib/libtorch_cpu.so)
    message(FATAL_ERROR "LibTorch is not in ${temper_torch}. Run installer/build, or set TEMPER_LIBTORCH to a LibTorch 2.11 folder.")
endif()
add_library(temper_torch INTERFACE)
target_include_directories(temper_torch SYSTEM INTERFACE
    ${temper_torch}/include ${temper_torch}/include/torch/csrc/api/include)
target_link_directories(temper_torch INTERFACE ${temper_torch}/lib)
target_link_libraries(temper_torch INTERFACE torch_cpu c10)
# at::parallel_for is a template with an OpenMP pragma in it: without the switch it compiles to a loop in one thread.
# The runtime must be the one LibTorch brings, or there would be two pools of threads.
target_compile_options(temper_torch INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fopenmp>)
file(GLOB temper_openmp_library ${temper_torch}/lib/libgomp*.so*)
if(NOT temper_openmp_library)
    message(FATAL_ERROR "${temper_torch}/lib has no libgomp, which belongs to LibTorch. Take LibTorch 2.11 for Linux x86_64.")
endif()
list(GET temper_openmp_library 0 temper_openmp_library)
target_link_libraries(temper_torch INTERFACE ${temper_openmp_library})
target_link_options(temper_torch INTERFACE -Wl,--allow-shlib-undefined -Wl,-rpath,${temper_torch}/lib)

file(GLOB temper_arrow_library ${temper_site}/pyarrow/libarrow.so.*00)
file(GLOB temper_parquet_library ${temper_site}/pyarrow/libparquet.so.*00)
if(NOT temper_arrow_library OR NOT temper_parquet_library)
    message(FATAL_ERROR "Arrow is not in ${temper_site}/pyarrow. Run installer/build.")
endif()
add_library(temper_arrow INTERFACE)
target_include_directories(temper_arrow SYSTEM INTERFACE ${temper_site}/pyarrow/include)
target_link_libraries(temper_arrow INTERFACE ${temper_parquet_library} ${temper_arrow_library})
target_link_options(temper_arrow INTERFACE -Wl,--as-needed -Wl,-rpath,${temper_site}/pyarrow)
