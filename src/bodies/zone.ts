const ZONE =
  /^.*(?:开发区|高新区|经开区|保税区|保税港区|示范区|度假区|工业园区?|产业园区?|科技园区?|园区|合作区|新区|风景名?胜?区|旅游区|贸易试验区|实验区|试验区|工业区|集聚区|聚集区|智创城|生态城|科学城|航空城|新城(?=管)|景区|开发建设)/;
const BARE_ZONE = /^(?:经开|高新|经济技术|开发)区?$/;
const COMMITTEE =
  /^(?:建设|开发|推进|管理|服务|发展|和)*(?:管理委员会|管委会|委员会|办事处|推进办公室|管理局|管理办公室|党工委管委会|人民政府|中心|)$/;

/** Whether this is a development zone's name (经开, 蓉江新区). */
export const isZoneName = (text: string): boolean => BARE_ZONE.test(text) || ZONE.test(text);

/**
 * What follows a development zone's name in the rest of a body's name, and whether the body is the zone's own
 * committee; null where no zone is named.
 */
export function afterZone(rest: string): { rest: string; isCommittee: boolean } | null {
  const zone = ZONE.exec(rest)?.[0];
  if (zone === undefined) return null;
  const after = rest.slice(zone.length);
  return { rest: after, isCommittee: COMMITTEE.test(after) };
}
