# A session of ssh on the real kernel: told by its words, and after sudo by the socket of the sshd that pawl descends from.
facts tests/facts/lab-x86.json
lab x86
twin no: the kernel's own tables say whose connection it is

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}

sh
| echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
| ip link set lo up
| ip link set eth0 up
| ip address add 192.0.2.2/24 dev eth0
run apply -y wish.yaml
exit 4
err has eth0 has address 192.0.2.2
err has [pf-in-use]
err lacks [ssh-interface]

# ssh(1), SSH_CONNECTION
sh
| status=0
| SSH_CONNECTION="192.0.2.7 51812 192.0.2.2 22" pawl apply -y wish.yaml 2>said || status=$?
| test $status = 4
| grep -q '0000:02:00.0 would lose its driver: eth0 carries the ssh session of 192.0.2.7 \[ssh-interface\]' said
| ! grep -q '\[pf-in-use\]' said
see 0000:02:00.0 driver igb

# sudo(8) drops that word: a connection that is there, held by a process of that name
sh
| cp "$(command -v perl)" sshd
| cat >session.pl <<'END'
| use Socket;
| socket(my $listen, PF_INET, SOCK_STREAM, 0) or die;
| bind($listen, sockaddr_in(2222, inet_aton("192.0.2.2"))) or die;
| listen($listen, 1) or die;
| socket(my $peer, PF_INET, SOCK_STREAM, 0) or die;
| connect($peer, sockaddr_in(2222, inet_aton("192.0.2.2"))) or die;
| $^F = 100;
| accept(my $session, $listen) or die;
| close($listen);
| my $status = system("env -u SSH_CONNECTION pawl apply -y wish.yaml 2>said") >> 8;
| exit($status == 4 ? 0 : 1);
| END
| ./sshd session.pl
| grep -q 'eth0 carries the ssh session of 192.0.2.2 \[ssh-interface\]' said
see 0000:02:00.0 driver igb

# the session goes on: the address is still there
sh
| ip address show dev eth0 | grep -q 192.0.2.2
