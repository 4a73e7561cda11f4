//! Writes an OCI image layout (image-spec v1.1, image-layout.md): layers, a
//! configuration and one manifest for each architecture, and an index over them.
use std::{collections::HashMap, env, fs, path::Path, process::ExitCode};

const K: [u32; 64] = constants();

/// The first 32 bits of the fractional part of the n-th root of p, by bisection.
const fn root_bits(p: u128, cube: bool) -> u32 {
    let (mut low, mut high) = (0u128, 1u128 << 36);
    while high - low > 1 {
        let middle = (low + high) / 2;
        let fits = if cube { middle * middle * middle <= p << 96 } else { middle * middle <= p << 64 };
        if fits {
            low = middle;
        } else {
            high = middle;
        }
    }
    low as u32
}

const fn prime(n: usize) -> u128 {
    let (mut found, mut p) = (0, 1);
    while found <= n {
        p += 1;
        let mut divisor = 2;
        while divisor * divisor <= p && p % divisor != 0 {
            divisor += 1;
        }
        if divisor * divisor > p {
            found += 1;
        }
    }
    p
}

const fn constants() -> [u32; 64] {
    let (mut k, mut i) = ([0; 64], 0);
    while i < 64 {
        k[i] = root_bits(prime(i), true);
        i += 1;
    }
    k
}

/// SHA-256, FIPS 180-4, as hexadecimal digits.
fn sha256(data: &[u8]) -> String {
    let mut h: [u32; 8] = std::array::from_fn(|i| root_bits(prime(i), false));
    let mut padded = data.to_vec();
    padded.push(0x80);
    padded.resize((padded.len() + 8).next_multiple_of(64), 0);
    let end = padded.len() - 8;
    padded[end..].copy_from_slice(&(data.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks_exact(64) {
        let mut w = [0u32; 64];
        for (word, bytes) in w.iter_mut().zip(block.chunks_exact(4)) {
            *word = u32::from_be_bytes(bytes.try_into().expect("four bytes"));
        }
        for i in 16..64 {
            let s0 = w[i - 15].rotate_right(7) ^ w[i - 15].rotate_right(18) ^ (w[i - 15] >> 3);
            let s1 = w[i - 2].rotate_right(17) ^ w[i - 2].rotate_right(19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut hh] = h;
        for i in 0..64 {
            let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let t1 = hh.wrapping_add(s1).wrapping_add((e & f) ^ (!e & g)).wrapping_add(K[i]).wrapping_add(w[i]);
            let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let t2 = s0.wrapping_add((a & b) ^ (a & c) ^ (b & c));
            (hh, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (sum, x) in h.iter_mut().zip([a, b, c, d, e, f, g, hh]) {
            *sum = sum.wrapping_add(x);
        }
    }
    h.iter().map(|word| format!("{word:08x}")).collect()
}

/// A tar archive of one program, the same bytes for the same program.
fn layer(name: &str, program: &[u8]) -> Vec<u8> {
    let mut header = [0u8; 512];
    let mut put = |at: usize, text: &str| header[at..at + text.len()].copy_from_slice(text.as_bytes());
    put(0, name);
    put(100, "0000755\0");
    put(108, "0000000\0");
    put(116, "0000000\0");
    put(124, &format!("{:011o}\0", program.len()));
    put(136, "00000000000\0");
    put(148, "        ");
    put(156, "0");
    put(257, "ustar\0");
    put(263, "00");
    let sum: u32 = header.iter().map(|&b| u32::from(b)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    let mut tar = header.to_vec();
    tar.extend_from_slice(program);
    tar.resize(tar.len().next_multiple_of(512) + 1024, 0);
    tar
}

struct Layout<'a>(&'a Path);

impl Layout<'_> {
    /// Keep a blob; its descriptor, to which more may be added.
    fn blob(&self, kind: &str, data: &[u8], more: &str) -> std::io::Result<String> {
        let digest = sha256(data);
        fs::write(self.0.join("blobs/sha256").join(&digest), data)?;
        let size = data.len();
        Ok(format!(r#"{{"mediaType":"application/vnd.oci.image.{kind}","digest":"sha256:{digest}","size":{size}{more}}}"#))
    }

    fn image(&self, arch: &str, name: &str, program: &[u8], bases: &[Vec<u8>]) -> std::io::Result<String> {
        let top = layer(name, program);
        let tars: Vec<_> = bases.iter().chain([&top]).collect();
        let digests: Vec<_> = tars.iter().map(|tar| format!(r#""sha256:{}""#, sha256(tar))).collect();
        let config = format!(
            r#"{{"architecture":"{arch}","os":"linux","config":{{"Entrypoint":["/{name}"]}},"rootfs":{{"type":"layers","diff_ids":[{}]}}}}"#,
            digests.join(",")
        );
        let layers: Vec<_> = tars.iter().map(|tar| self.blob("layer.v1.tar", tar, "")).collect::<Result<_, _>>()?;
        let config = self.blob("config.v1+json", config.as_bytes(), "")?;
        let manifest = format!(
            r#"{{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{config},"layers":[{}]}}"#,
            layers.join(",")
        );
        let platform = format!(r#","platform":{{"architecture":"{arch}","os":"linux"}}"#);
        self.blob("manifest.v1+json", manifest.as_bytes(), &platform)
    }
}

/// Year, month, day, hour, minute and second of a Unix time, as digits: they sort as the times do.
fn sortable(seconds: u64) -> String {
    let (days, rest) = (seconds / 86400, seconds % 86400);
    // the days since 1 March of year 0, in eras of 400 years
    let z = days + 719_468;
    let (era, day) = (z / 146_097, z % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (d, m) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let y = year + era * 400 + u64::from(m <= 2);
    format!("{y:04}{m:02}{d:02}T{:02}{:02}{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

/// By time and commit when there is a status of the workspace, else by content.
fn tag(status: &HashMap<String, String>, index: &str) -> String {
    match status.get("BUILD_TIMESTAMP").and_then(|t| t.parse().ok()) {
        Some(time) => {
            let commit = status.get("STABLE_GIT_COMMIT").map_or("unknown", |c| &c[..c.len().min(12)]);
            format!("{}-{commit}", sortable(time))
        }
        None => format!("sha256-{}", &sha256(index.as_bytes())[..16]),
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let (mut out, mut name, mut programs, mut bases, mut status) = (None, None, vec![], vec![], HashMap::new());
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word}: value missing"));
        match word.as_str() {
            "--out" => out = Some(value()?),
            "--name" => name = Some(value()?),
            "--base" => bases.push((value()?, words.next().ok_or("--base: file missing")?)),
            "--program" => programs.push((value()?, words.next().ok_or("--program: file missing")?)),
            "--status" => {
                let text = fs::read_to_string(value()?)?;
                status.extend(text.lines().filter_map(|l| l.split_once(' ')).map(|(k, v)| (k.to_string(), v.to_string())));
            }
            _ => return Err(format!("{word}: unknown option").into()),
        }
    }
    let (out, name) = (out.ok_or("--out: missing")?, name.ok_or("--name: missing")?);
    let layout = Layout(Path::new(&out));
    fs::create_dir_all(layout.0.join("blobs/sha256"))?;
    let mut images = vec![];
    for (arch, program) in &programs {
        let below = bases.iter().filter(|(a, _)| a == arch).map(|(_, tar)| fs::read(tar)).collect::<Result<Vec<_>, _>>()?;
        images.push(layout.image(arch, &name, &fs::read(program)?, &below)?);
    }
    let index = format!(
        r#"{{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{}]}}"#,
        images.join(",")
    );
    let named = format!(r#","annotations":{{"org.opencontainers.image.ref.name":"{}"}}"#, tag(&status, &index));
    let entry = layout.blob("index.v1+json", index.as_bytes(), &named)?;
    fs::write(layout.0.join("index.json"), format!(r#"{{"schemaVersion":2,"manifests":[{entry}]}}"#))?;
    fs::write(layout.0.join("oci-layout"), r#"{"imageLayoutVersion":"1.0.0"}"#)?;
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("layout: {e}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_fips_180() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sha256(&[b'a'; 55]), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
        assert_eq!(sha256(&[b'a'; 63]), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
        assert_eq!(sha256(&[b'a'; 64]), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(
            sha256(b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        );
    }

    #[test]
    fn times_sort() {
        assert_eq!(sortable(0), "19700101T000000Z");
        assert_eq!(sortable(951_782_400), "20000229T000000Z");
        assert_eq!(sortable(1_763_762_400), "20251121T220000Z");
    }
}
