// Plays 1,000 random histories of reviews with ts-fsrs and writes what it makes of them, a history
// a line: grade (1 again … 4 easy), days since the review before, stability, difficulty; and so on.
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fsrs } from "ts-fsrs";
import { random } from "./random.js";

const next = random(20261121);
const pick = (...choices) => choices[Math.floor(next() * choices.length)];
const gap = () =>
  pick(
    () => 0,
    () => 1,
    () => 1 + Math.floor(next() * 7),
    () => 1 + Math.floor(next() * 60),
    () => 1 + Math.floor(Math.exp(next() * Math.log(3650))),
  )();

const model = fsrs({ enable_fuzz: false, enable_short_term: true });
const lines = [];
for (let history = 0; history < 1000; history++) {
  let memory = null;
  const line = [];
  const answers = 1 + Math.floor(next() * 24);
  for (let answer = 0; answer < answers; answer++) {
    const grade = pick(1, 2, 3, 3, 3, 4);
    const days = memory ? gap() : 0;
    memory = model.next_state(memory, days, grade);
    line.push(grade, days, memory.stability, memory.difficulty);
  }
  lines.push(line.join(","));
}
writeFileSync(process.argv[2], gzipSync(lines.join("\n") + "\n", { level: 9 }));
