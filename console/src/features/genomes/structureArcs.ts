/** The partner of each base of a dot-bracket text, -1 where it is unpaired. */
export function partners(structure: string): Int32Array {
  const found = new Int32Array(structure.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < structure.length; i++) {
    if (structure[i] === '(') open.push(i);
    else if (structure[i] === ')') {
      const other = open.pop();
      if (other === undefined) continue;
      found[i] = other;
      found[other] = i;
    }
  }
  return found;
}

/** Number of pairs around each base: the height of the mountain. */
export function mountain(structure: string): Int32Array {
  const heights = new Int32Array(structure.length);
  let height = 0;
  for (let i = 0; i < structure.length; i++) {
    if (structure[i] === '(') height++;
    heights[i] = height;
    if (structure[i] === ')') height--;
  }
  return heights;
}
