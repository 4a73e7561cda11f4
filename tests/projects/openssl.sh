# shellcheck shell=sh disable=SC2034,SC2154
# OpenSSL: a Configure in perl, assembly made by perl scripts, version scripts, and make install with DESTDIR.
package=openssl
programs=perl
slow=yes
sonames='libcrypto.so.3 libssl.so.3'

build()
{
	case $triple in
	aarch64-*) openssl_target=linux-aarch64 ;;
	x86_64-*) openssl_target=linux-x86_64 ;;
	arm*) openssl_target=linux-armv4 ;;
	*) return 1 ;;
	esac
	t "$source/Configure" "$openssl_target" --prefix=/usr --libdir=lib --openssldir=/etc/ssl -O1 no-tests \
		no-legacy no-engine no-cmp no-cms no-ts no-ocsp no-sctp no-srp no-gost no-aria no-camellia no-idea no-seed \
		no-sm2 no-sm3 no-sm4 no-cast no-bf no-rc2 no-rc4 no-mdc2 no-rmd160 no-whirlpool no-blake2 no-ssl3 &&
		t_make -s build_sw && t make -s install_sw DESTDIR="$stage"
}

digest()
{
	start "$stage/usr/bin/openssl" dgst -sha256 "$source/CHANGES.md" | sed 's/.*= //'
}

# A certificate of its own, which it believes when it is told to.
certificate()
{
	start "$stage/usr/bin/openssl" req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=suite \
		-config "$source/apps/openssl.cnf" -keyout key.pem -out cert.pem -days 2 2>/dev/null &&
		start "$stage/usr/bin/openssl" verify -CAfile cert.pem cert.pem
}

encrypted()
{
	start "$stage/usr/bin/openssl" enc -aes-256-gcm -pbkdf2 -pass pass:x </dev/null 2>/dev/null && return 1
	start "$stage/usr/bin/openssl" enc -aes-256-ctr -pbkdf2 -pass pass:x <"$source/CHANGES.md" >out.enc &&
		start "$stage/usr/bin/openssl" enc -d -aes-256-ctr -pbkdf2 -pass pass:x <out.enc |
		cmp - "$source/CHANGES.md" && echo same
}

check()
{
	says "it digests" "$(sha256sum <"$source/CHANGES.md" | sed 's/ .*//')" digest
	says "a self-signed certificate" "cert.pem: OK" certificate
	says "a file comes back" same encrypted
}
