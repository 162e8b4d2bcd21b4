// The npm package jsmodbus as a program: node jsmodbus.js tcp|rtu ADDRESS < REQUESTS
//
// Requests and answers as those of modbus_serial.js; it knows no function 2B.
const modbus = require("jsmodbus");

const ask = {
  3: (client, r) => client.readHoldingRegisters(r.address, r.count),
  4: (client, r) => client.readInputRegisters(r.address, r.count),
  6: (client, r) => client.writeSingleRegister(r.address, r.values[0]),
  16: (client, r) => client.writeMultipleRegisters(r.address, r.values),
};

async function answer(client, request) {
  try {
    const { response } = await ask[request.function](client, request);
    return { values: [...(response.body.valuesAsArray ?? [])] };
  } catch (error) {
    const code = error.response?.body?.code;
    if (code === undefined) throw error;
    return { exception: code };
  }
}

async function open(transport, address) {
  if (transport === "tcp") {
    const [host, port] = address.split(":");
    const socket = require("net").connect({ host, port: Number(port) });
    const client = new modbus.client.TCP(socket, 1, 20000);
    await require("events").once(socket, "connect");
    return client;
  }
  const { SerialPort } = require("serialport");
  const line = new SerialPort({ path: address, baudRate: 19200, parity: "none" });
  const client = new modbus.client.RTU(line, 1, 20000);
  await require("events").once(line, "open");
  return client;
}

async function main([transport, address], requests) {
  const client = await open(transport, address);
  const answers = [];
  for (const request of requests) answers.push(await answer(client, request));
  console.log(JSON.stringify(answers));
  process.exit(0);
}

main(process.argv.slice(2), JSON.parse(require("fs").readFileSync(0)));
