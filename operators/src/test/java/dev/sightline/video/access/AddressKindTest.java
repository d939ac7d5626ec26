// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "2606:2800:220:1::1, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "::1, LOOPBACK",
        "0.0.0.0, UNSPECIFIED",
        "::, UNSPECIFIED",
        "10.0.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "fec0::1, PRIVATE",
        "169.254.1.1, LINK_LOCAL",
        "fe80::1, LINK_LOCAL",
        "169.254.169.254, METADATA",
        "169.254.170.2, METADATA",
        "100.100.100.200, METADATA",
        "168.63.129.16, METADATA",
        "fd00:ec2::254, METADATA",
        "239.1.2.3, MULTICAST",
        "ff02::1, MULTICAST",
        "0.1.2.3, RESERVED",
        "192.0.2.1, RESERVED",
        "198.18.0.1, RESERVED",
        "255.255.255.255, RESERVED",
        "2001:db8::1, RESERVED",
        "4000::1, RESERVED"
    })
    void knowsWhatAnAddressStandsFor(String address, AddressKind kind) throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:127.0.0.1, LOOPBACK",
        "::ffff:10.0.0.1, PRIVATE",
        "64:ff9b::169.254.169.254, METADATA",
        "64:ff9b::10.0.0.1, PRIVATE",
        "64:ff9b::93.184.216.34, PUBLIC",
        "64:ff9b:1::5db8:d822, PRIVATE",
        "2002:7f00:1::1, LOOPBACK",
        "2002:a9fe:a9fe::, METADATA",
        "2002:5db8:d822::, PUBLIC",
        "::127.0.0.1, RESERVED",
        "::ffff:0:7f00:1, RESERVED",
        "2001:0:7f00:1::, RESERVED"
    })
    void seesTheAddressThatAnotherOneWraps(String address, AddressKind kind)
            throws UnknownHostException {
        assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @Test
    void seesAnAddressThatIsMappedByHand() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        assertThat(AddressKind.of(InetAddress.getByAddress(mapped))).isEqualTo(AddressKind.PRIVATE);
    }
}
