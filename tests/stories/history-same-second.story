# Two runs of one second: the parts of it that tell them apart move no column.
facts tests/facts/drives.json
lab no: a ledger with times that are told, of a machine that the lab has not
crash no: nothing is written
put var/lib/pawl/ledger
| {"crc":"cd388b18","event":"machine","machine_id":"0d4c7f1e6b2a4f8c9e3d5a7b1c2f4e61","seq":1,"time":"2026-01-01T10:00:00Z","version":1}
| {"boot_id":"5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e56","crc":"ad3eb66a","event":"run-begin","plan":"83b28c7f83b28c7f83b28c7f83b28c7f83b28c7f83b28c7f83b28c7f83b28c7f","seq":2,"steps":"10","time":"2026-01-01T10:20:00Z","version":0,"wish":"92b795a88b5c327f92b795a88b5c327f92b795a88b5c327f92b795a88b5c327f"}
| {"before":"0","crc":"9bcd6dd8","event":"applied","knob":"numvfs","object":"ssd0.vfs","original":"0","seq":3,"target":"0000:31:00.0","time":"2026-01-01T10:20:00.500000Z","value":"2","version":0}
| {"crc":"0004fda3","done":"2","event":"run-end","outcome":"died","seq":4,"time":"2026-01-01T10:20:00.500000Z","version":0}
| {"boot_id":"5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e56","crc":"48acd523","event":"run-begin","finishes":"2","plan":"5d00797c5d00797c5d00797c5d00797c5d00797c5d00797c5d00797c5d00797c","seq":5,"steps":"9","time":"2026-01-01T10:20:00.971194Z","version":0,"wish":"92b795a88b5c327f92b795a88b5c327f92b795a88b5c327f92b795a88b5c327f"}
| {"before":"0","crc":"80e8839f","event":"applied","knob":"numvfs","object":"ssd1.vfs","original":"0","seq":6,"target":"0000:41:00.0","time":"2026-01-01T10:20:01Z","value":"2","version":0}
| {"crc":"4804dfce","done":"9","event":"run-end","outcome":"0","seq":7,"time":"2026-01-01T10:20:01Z","version":0}
run history
exit 0
out
| 2026-01-01T10:20:00Z         plan 83b28c7f  2 of 10 steps  died before its end  ssd0
| 2026-01-01T10:20:00.971194Z  plan 5d00797c  9 of 9 steps  fine  ssd1
|     goes on with the run of 2026-01-01T10:20:00Z, plan 83b28c7f
