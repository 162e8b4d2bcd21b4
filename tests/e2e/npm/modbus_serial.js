// The npm package modbus-serial as a program: node modbus_serial.js tcp|rtu ADDRESS < REQUESTS
//
// Requests are a JSON list of {function, address, count, values, code, object}, addresses as on the
// wire; answers are printed as a JSON list of {values}, {objects} or {exception}.
const ModbusRTU = require("modbus-serial");

const ask = {
  3: (client, r) => client.readHoldingRegisters(r.address, r.count),
  4: (client, r) => client.readInputRegisters(r.address, r.count),
  6: (client, r) => client.writeRegister(r.address, r.values[0]),
  16: (client, r) => client.writeRegisters(r.address, r.values),
  43: (client, r) => client.readDeviceIdentification(r.code, r.object),
};

async function answer(client, request) {
  try {
    const { data = [] } = await ask[request.function](client, request);
    return Array.isArray(data) ? { values: data } : { objects: data };
  } catch (error) {
    if (error.modbusCode === undefined) throw error;
    return { exception: error.modbusCode };
  }
}

async function main([transport, address], requests) {
  const client = new ModbusRTU();
  client.setID(1);
  client.setTimeout(20000);
  const [host, port] = address.split(":");
  if (transport === "tcp") await client.connectTCP(host, { port: Number(port) });
  else await client.connectRTUBuffered(address, { baudRate: 19200, parity: "none" });
  const answers = [];
  for (const request of requests) answers.push(await answer(client, request));
  console.log(JSON.stringify(answers));
  client.close(() => process.exit(0));
}

main(process.argv.slice(2), JSON.parse(require("fs").readFileSync(0)));
