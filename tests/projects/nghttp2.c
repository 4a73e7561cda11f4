/* An HTTP/2 client and a server in one process: what one sends, the other is given at once. */
#include <nghttp2/nghttp2.h>
#include <stdio.h>
#include <string.h>

struct end {
	nghttp2_session *session, *peer;
	char path[32], status[8];
	size_t got;
};

static struct end client, server;

static nghttp2_nv pair(const char *name, const char *value)
{
	return (nghttp2_nv){ (uint8_t *)name, (uint8_t *)value, strlen(name), strlen(value),
		NGHTTP2_NV_FLAG_NONE };
}

static ssize_t read_body(nghttp2_session *session, int32_t id, uint8_t *to, size_t n, uint32_t *flags,
	nghttp2_data_source *from, void *data)
{
	(void)session, (void)id, (void)n, (void)from, (void)data;
	memcpy(to, "hello there", 11);
	*flags |= NGHTTP2_DATA_FLAG_EOF;
	return 11;
}

static int on_header(nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name, size_t name_n,
	const uint8_t *value, size_t n, uint8_t flags, void *data)
{
	struct end *e = data;
	(void)session, (void)frame, (void)flags;
	if (name_n == 5 && !memcmp(name, ":path", 5))
		snprintf(e->path, sizeof e->path, "%.*s", (int)n, (const char *)value);
	if (name_n == 7 && !memcmp(name, ":status", 7))
		snprintf(e->status, sizeof e->status, "%.*s", (int)n, (const char *)value);
	return 0;
}

static int on_data(
	nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *bytes, size_t n, void *data)
{
	(void)session, (void)flags, (void)id, (void)bytes;
	((struct end *)data)->got += n;
	return 0;
}

static int on_frame(nghttp2_session *session, const nghttp2_frame *frame, void *data)
{
	nghttp2_nv answer = pair(":status", "200");
	nghttp2_data_provider body = { .read_callback = read_body };
	if (data == &server && frame->hd.type == NGHTTP2_HEADERS)
		return nghttp2_submit_response(session, frame->hd.stream_id, &answer, 1, &body);
	return 0;
}

/* Hands over what is to be sent; 0 when there was nothing. */
static int pump(struct end *e)
{
	const uint8_t *bytes;
	ssize_t n, all = 0;
	while ((n = nghttp2_session_mem_send(e->session, &bytes)) > 0) {
		if (nghttp2_session_mem_recv(e->peer, bytes, (size_t)n) != n)
			return -1;
		all += n;
	}
	return all > 0;
}

int main(void)
{
	nghttp2_session_callbacks *calls;
	nghttp2_nv request[] = { pair(":method", "GET"), pair(":scheme", "http"), pair(":authority", "here"),
		pair(":path", "/suite") };
	nghttp2_session_callbacks_new(&calls);
	nghttp2_session_callbacks_set_on_header_callback(calls, on_header);
	nghttp2_session_callbacks_set_on_data_chunk_recv_callback(calls, on_data);
	nghttp2_session_callbacks_set_on_frame_recv_callback(calls, on_frame);
	nghttp2_session_client_new(&client.session, calls, &client);
	nghttp2_session_server_new(&server.session, calls, &server);
	client.peer = server.session;
	server.peer = client.session;
	nghttp2_submit_settings(client.session, NGHTTP2_FLAG_NONE, NULL, 0);
	nghttp2_submit_settings(server.session, NGHTTP2_FLAG_NONE, NULL, 0);
	if (nghttp2_submit_request(client.session, NULL, request, 4, NULL, NULL) < 0)
		return 1;
	for (int more = 1; more > 0;) {
		int a = pump(&client), b = pump(&server);
		more = a < 0 || b < 0 ? -1 : a + b;
	}
	printf("GET %s: %s, %zu bytes, nghttp2 %s\n", server.path, client.status, client.got,
		nghttp2_version(0)->version_str);
	return 0;
}
