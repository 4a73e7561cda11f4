use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

// Bytes that go through a socket and come back, a timer, and a task on another thread.
#[tokio::main(worker_threads = 2)]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let echo = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await?;
        let mut bytes = [0u8; 5];
        socket.read_exact(&mut bytes).await?;
        bytes.reverse();
        socket.write_all(&bytes).await
    });
    let mut socket = TcpStream::connect(address).await?;
    socket.write_all(b"hello").await?;
    let mut back = String::new();
    socket.read_to_string(&mut back).await?;
    echo.await.unwrap()?;
    tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    println!("{back}");
    Ok(())
}
