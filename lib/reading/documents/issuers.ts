import { BODY_NAME } from './roles.ts';

/** Names that a ministry's name starts with: the end of the one before it, where nothing stands between. */
const NEXT_BODY =
  /(?<=部|委员会|委|总局|局|署|厅|政府|银行|办公厅|办公室|院|会)(?=国家(?!税务总局)[\u4e00-\u9fff]{2,}|中国[\u4e00-\u9fff]{2,}|中共|财政部|商务部|教育部|科技部|公安部|民政部|司法部|水利部|农业农村部|自然资源部|生态环境部|住房城乡建设部|住房和城乡建设部|交通运输部|工业和信息化部|人力资源社会保障部|人力资源和社会保障部|文化和旅游部|应急管理部|海关总署|税务总局|国家税务总局(?!.{2,8}税务局))/;

/**
 * Splits a line of joint issuers into the bodies it names: by white space and commas, by a repeated name
 * of the place, by the names of ministries. Letter-spaced names (财　政　厅) are closed up.
 *
 * @param printed the line as printed, white space included
 */
export function splitIssuers(printed: string): string[] {
  const pieces = printed
    .replace(/[\u200b\ufeff]/g, '')
    .split(/[\s\u00a0\u3000、,，/]+/)
    .filter(Boolean);
  const bodies: string[] = [];
  let open = '';
  for (const piece of pieces) {
    open += piece;
    // 云岭省 and 发展和改革 are no bodies yet; one letter never is.
    if (piece.length > 1 || open.length > 3) {
      if (!BODY_NAME.test(open) || isOnlyPlace(open)) continue;
      if (letterSpaced(pieces)) continue;
      bodies.push(open);
      open = '';
    }
  }
  if (open) {
    if (BODY_NAME.test(open) || bodies.length === 0) bodies.push(open);
    else bodies[bodies.length - 1] += open;
  }
  return bodies.flatMap(splitJoined).filter((body) => body.length > 1);
}

function letterSpaced(pieces: readonly string[]): boolean {
  return pieces.length > 3 && pieces.filter((piece) => piece.length === 1).length > pieces.length / 2;
}

function isOnlyPlace(name: string): boolean {
  return /^[\u4e00-\u9fff]{2,5}[省市州县区]$/.test(name);
}

function splitJoined(name: string): string[] {
  const place = /^(?:[\u4e00-\u9fff]{2,4}?(?:省|市|自治区|自治州|县|区))/.exec(name)?.[0];
  const repeated = place ? name.indexOf(place, place.length) : -1;
  if (place && repeated > 0 && BODY_NAME.test(name.slice(0, repeated))) {
    return [...splitJoined(name.slice(0, repeated)), ...splitJoined(name.slice(repeated))];
  }
  return name.split(NEXT_BODY);
}
