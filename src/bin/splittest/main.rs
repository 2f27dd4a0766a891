fn main(){let a:Vec<String>=std::env::args().collect();
let l=std::fs::read(&a[1]).unwrap();let b=std::fs::read(&a[2]).unwrap();
let p=pledges::split::split(&l,&b,&a[3]).unwrap();
std::fs::write(format!("{}/first.wasm",a[4]),&p.first).unwrap();std::fs::write(format!("{}/later.wasm",a[4]),&p.later).unwrap();
std::fs::write(format!("{}/deferred.txt",a[4]),p.deferred.join("\n")).unwrap();}
