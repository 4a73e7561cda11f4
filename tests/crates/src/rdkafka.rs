use rdkafka_sys as c;
use std::ffi::{c_void, CStr, CString};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicI32, AtomicI64, Ordering};

static DELIVERED: AtomicI32 = AtomicI32::new(0);
static OFFSET: AtomicI64 = AtomicI64::new(-1);

unsafe extern "C" fn delivered(
    _: *mut c::rd_kafka_t,
    message: *const c::rd_kafka_message_t,
    _: *mut c_void,
) {
    if (*message).err as i32 == 0 {
        DELIVERED.fetch_add(1, Ordering::SeqCst);
        OFFSET.fetch_max((*message).offset, Ordering::SeqCst);
    }
}

// Messages to the broker that the library has for tests: threads, sockets, compression.
fn main() {
    unsafe {
        let conf = c::rd_kafka_conf_new();
        let mut why = [0; 512];
        let mut features = [0u8; 512];
        let mut length = features.len();
        c::rd_kafka_conf_get(
            conf,
            c"builtin.features".as_ptr(),
            features.as_mut_ptr().cast(),
            &mut length,
        );
        for (name, value) in [
            (c"log_level", c"3"), // not that there is such a broker
            (c"test.mock.num.brokers", c"1"),
            (c"compression.codec", c"gzip"),
        ] {
            let (why, size) = (why.as_mut_ptr(), why.len());
            c::rd_kafka_conf_set(conf, name.as_ptr(), value.as_ptr(), why, size);
        }
        c::rd_kafka_conf_set_dr_msg_cb(conf, Some(delivered));
        let producer = c::rd_kafka_new(
            c::rd_kafka_type_t::RD_KAFKA_PRODUCER,
            conf,
            why.as_mut_ptr(),
            why.len(),
        );
        if producer.is_null() {
            panic!("{:?}", CStr::from_ptr(why.as_ptr()));
        }
        let topic = c::rd_kafka_topic_new(producer, c"topic".as_ptr(), null_mut());
        let text = CString::new("a line that comes again\n".repeat(100)).unwrap();
        let queued: i32 = (0..10)
            .map(|_| {
                c::rd_kafka_produce(
                    topic,
                    0,
                    2, // RD_KAFKA_MSG_F_COPY
                    text.as_ptr() as *mut c_void,
                    text.as_bytes().len(),
                    std::ptr::null(),
                    0,
                    null_mut(),
                )
            })
            .sum();
        let flushed = c::rd_kafka_flush(producer, 60_000) as i32;
        c::rd_kafka_topic_destroy(topic);
        c::rd_kafka_destroy(producer);
        let version = CStr::from_ptr(c::rd_kafka_version_str()).to_str().unwrap();
        let features = CStr::from_bytes_until_nul(&features).unwrap();
        let features = features.to_str().unwrap();
        let has = |name| features.split(',').any(|feature| feature == name);
        println!(
            "{version}, ssl {}, queued {queued}, flushed {flushed}, delivered {} to {}",
            has("ssl"),
            DELIVERED.load(Ordering::SeqCst),
            OFFSET.load(Ordering::SeqCst)
        );
    }
}
