import ipaddr from 'ipaddr.js';

// Azure's platform address lies in public space, yet it answers to virtual machines only.
const AZURE_WIRE_SERVER = '168.63.129.16';

// IPv4 written as IPv6 in the way RFC 4291 2.5.5.1 withdrew: stacks may still dial what stands inside.
const IPV4_COMPATIBLE = ipaddr.parseCIDR('::/96');

/** A test of addresses; built once from the operator's list. */
export type AddressPolicy = (address: string) => boolean;

/**
 * Whether an address may be dialled: public unicast, or inside one of the operator's ranges
 * (CIDR, or a single address). Throws for a range that is none.
 */
export function addressPolicy(allowedRanges: readonly string[]): AddressPolicy {
  const allowed = allowedRanges.map((range) =>
    range.includes('/') ? ipaddr.parseCIDR(range) : wholeAddress(range),
  );
  return (address) => {
    if (!ipaddr.isValid(address)) return false;
    const ip = ipaddr.process(address);
    if (allowed.some(([net, bits]) => net.kind() === ip.kind() && ip.match(net, bits))) return true;
    if (ip.kind() === 'ipv6' && ip.match(IPV4_COMPATIBLE)) return false;
    return ip.range() === 'unicast' && ip.toString() !== AZURE_WIRE_SERVER;
  };
}

function wholeAddress(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const ip = ipaddr.parse(address);
  return [ip, ip.kind() === 'ipv4' ? 32 : 128];
}
