import { expect, test } from 'vitest';
import { webHost } from '../../../src/ui/web-host.ts';

test.each([
  ['https://www.example.gov.cn/2025.html', 'www.example.gov.cn'],
  ['HTTP://Example.gov.cn:8080?id=1', 'example.gov.cn:8080'],
  ['http://example.gov.cn', 'example.gov.cn'],
])('%s leads to %s', (address, host) => {
  expect(webHost(address)).toBe(host);
});

test.each([
  'javascript:alert(1)',
  ' https://example.gov.cn',
  'data:text/html,x',
  'file:///etc/passwd',
  '//example.gov.cn',
  'https://example.gov.cn@other.example/',
  'https://example.gov.cn\\@other.example/',
  'https://',
  'see https://example.gov.cn',
])('%s is no link', (address) => {
  expect(webHost(address)).toBeNull();
});
