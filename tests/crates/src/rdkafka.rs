use rdkafka_sys as c;
use std::ffi::CStr;

// A producer is made, which starts its threads, and is ended.
fn main() {
    unsafe {
        let version = CStr::from_ptr(c::rd_kafka_version_str()).to_str().unwrap();
        let conf = c::rd_kafka_conf_new();
        let mut error = [0; 256];
        let set = c::rd_kafka_conf_set(
            conf,
            c"compression.codec".as_ptr(),
            c"gzip".as_ptr(),
            error.as_mut_ptr(),
            error.len(),
        );
        let kafka = c::rd_kafka_new(
            c::rd_kafka_type_t::RD_KAFKA_PRODUCER,
            conf,
            error.as_mut_ptr(),
            error.len(),
        );
        let name = CStr::from_ptr(c::rd_kafka_name(kafka))
            .to_str()
            .unwrap()
            .to_owned();
        c::rd_kafka_destroy(kafka);
        println!("{version}, gzip {set:?}, {name}");
    }
}
