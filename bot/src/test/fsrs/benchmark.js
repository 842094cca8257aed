// Reviews per second of ts-fsrs on the recorded histories, the best of five rounds: by "next",
// which its users call, and by "next_state", which only computes the memory.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createEmptyCard, fsrs } from "ts-fsrs";

const DAY = 24 * 60 * 60 * 1000;
const file = new URL("../resources/studycoach/recall/ts-fsrs.csv.gz", import.meta.url);
const histories = gunzipSync(readFileSync(file))
  .toString()
  .trim()
  .split("\n")
  .map((line) => {
    const fields = line.split(",").map(Number);
    const answers = [];
    for (let at = 0; at < fields.length; at += 4) {
      answers.push({ grade: fields[at], days: fields[at + 1] });
    }
    return answers;
  });
const model = fsrs({ enable_fuzz: false, enable_short_term: true });

function next(answers) {
  let time = Date.UTC(2026, 0, 1);
  let card = createEmptyCard(new Date(time));
  for (const { grade, days } of answers) {
    time += days * DAY;
    card = model.next(card, new Date(time), grade).card;
  }
  return card.stability;
}

function nextState(answers) {
  let memory = null;
  for (const { grade, days } of answers) {
    memory = model.next_state(memory, days, grade);
  }
  return memory.stability;
}

function rate(replay) {
  let reviews = 0;
  let sum = 0;
  let seconds = 0;
  const start = performance.now();
  while (seconds < 1) {
    for (const answers of histories) {
      sum += replay(answers);
      reviews += answers.length;
    }
    seconds = (performance.now() - start) / 1000;
  }
  if (Number.isNaN(sum)) throw new Error("not a memory");
  return reviews / seconds;
}

for (const [name, replay] of Object.entries({ next, next_state: nextState })) {
  console.log(name, Math.max(...[1, 2, 3, 4, 5].map(() => rate(replay))));
}
